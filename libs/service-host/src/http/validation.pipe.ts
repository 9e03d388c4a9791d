import { ValidationPipe } from '@nestjs/common';
import type { FieldFault } from '@lienthong/kernel';
import type { ValidationError } from 'class-validator';
import { httpErrors } from './http.errors';

const MAX_FAULTS = 200;

/** Checks and types every input of a request; unknown fields are refused, all faults are listed. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    validationError: { target: false, value: true },
    exceptionFactory: (errors) => {
      const faults = fieldFaults(errors);
      return httpErrors.INPUT_INVALID({ count: faults.length }, { faults: faults.slice(0, MAX_FAULTS) });
    },
  });
}

/** Flat list of faults with paths like `sellers[0].share`; rules and texts as the contracts' own check names them. */
export function fieldFaults(errors: readonly ValidationError[], parent = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const path = joined(parent, error.property);
    return [...ownFaults(error, path), ...fieldFaults(error.children ?? [], path)];
  });
}

function ownFaults({ property, value, constraints = {} }: ValidationError, path: string): FieldFault[] {
  const rules = Object.entries(constraints);
  if (rules.length === 0) return [];
  if ('whitelistValidation' in constraints) return [{ path, rule: 'unknown', message: 'is not a known field' }];
  if (value === undefined) return [{ path, rule: 'required', message: 'is required' }];
  const named = rules.filter(([rule]) => rule !== 'nestedValidation');
  return (named.length > 0 ? named : rules).map(([rule, message]) => ({
    path,
    rule,
    message: bare(message, property),
  }));
}

/** class-validator begins its sentences with the name of the property. */
function bare(message: string, property: string): string {
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}

function joined(parent: string, property: string): string {
  if (/^\d+$/.test(property)) return `${parent}[${property}]`;
  return parent === '' ? property : `${parent}.${property}`;
}
