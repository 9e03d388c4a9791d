import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { defaultPorts } from '../keys/development-agencies.data';
import type { ServiceConfig } from './service.config';

/** A setting that cannot be used: the variable and what it must be. */
export interface ConfigFault {
  readonly variable: string;
  readonly message: string;
}

/** Settings that do not fit; lists every fault. Ends a process with code 2. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly ConfigFault[]) {
    super(
      [
        'The settings of this service are not usable:',
        ...faults.map((fault) => `  ${fault.variable}: ${fault.message}`),
        'Set these environment variables and start again.',
      ].join('\n'),
    );
    this.name = 'ConfigError';
  }
}

type Variables = Readonly<Record<string, string | undefined>>;

/** `databaseUrl` → `DATABASE_URL` */
export function variableOf(property: string): string {
  return property.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

/**
 * Reads a configuration class from variables: numbers, booleans (`true`/`false`) and comma-separated lists are made from
 * text by the property's type; an empty variable counts as not set. @throws ConfigError with every fault
 */
export function readConfig<C extends object>(target: Type<C>, variables: Variables, fixed: Partial<C> = {}): C {
  const values: Record<string, unknown> = {};
  for (const property of validatedProperties(target)) {
    const text = variables[variableOf(property)];
    if (text !== undefined && text !== '') values[property] = converted(target, property, text);
  }
  const config = plainToInstance(target, { ...values, ...fixed }, { exposeDefaultValues: true });
  const faults = validateSync(config, { forbidUnknownValues: false }).map((error) => ({
    variable: variableOf(error.property),
    message: faultMessage(error.property, error.value, Object.values(error.constraints ?? {})),
  }));
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

/** Settings of a service. @throws ConfigError with every fault */
export function loadConfig<C extends ServiceConfig>(target: Type<C>, member: string, variables: Variables): C {
  const port = variables['PORT'] ? {} : { port: defaultPorts[member] ?? 0 };
  return readConfig(target, variables, { member, ...port } as Partial<C>);
}

function validatedProperties(target: Type): readonly string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  return [...new Set(rules.map((rule) => rule.propertyName))];
}

function converted(target: Type, property: string, text: string): unknown {
  switch (Reflect.getMetadata('design:type', target.prototype as object, property)) {
    case Number:
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case Boolean:
      return text === 'true' ? true : text === 'false' ? false : text;
    case Array:
      return text.split(',').map((part) => part.trim());
    default:
      return text;
  }
}

function faultMessage(property: string, value: unknown, messages: readonly string[]): string {
  if (value === undefined) return 'is missing';
  const text = messages.map((message) => message.replace(new RegExp(`^${property}\\s+`), '')).join('; ');
  return /URL$|SECRET|KEY|PASSWORD/.test(variableOf(property)) ? text : `${text} (found ${JSON.stringify(value)})`;
}
