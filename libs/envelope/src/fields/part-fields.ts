import { Type } from 'class-transformer';
import { ValidateBy, ValidateNested } from 'class-validator';
import { describeFragment, SAFE_TEXT_PATTERN } from './describe-fragment';
import { declareField, type FieldsClass } from './field-registry';
import { scalarField } from './scalar-field';

/** An object of another declared class. */
export function Part(of: () => FieldsClass): PropertyDecorator {
  const { rule, message } = describeFragment({ type: 'object' });
  // ValidateNested alone takes an empty list for an object.
  const isPart = ValidateBy({ name: rule, validator: { validate: isObject, defaultMessage: () => message } });
  return (prototype, property) => {
    declareField(prototype, String(property), { part: { of } });
    isPart(prototype, property);
    ValidateNested()(prototype, property);
    Type(of)(prototype, property);
  };
}

/** A list of `min` (1) to `max` objects of another declared class. */
export function ListOf(
  of: () => FieldsClass,
  options: { readonly max: number; readonly min?: number },
): PropertyDecorator {
  const list = { min: options.min ?? 1, max: options.max };
  const { rule, message } = describeFragment({ type: 'array', minItems: list.min, maxItems: list.max });
  const validate = (value: unknown): boolean =>
    Array.isArray(value) && value.length >= list.min && value.length <= list.max && value.every(isObject);
  const isList = ValidateBy({ name: rule, validator: { validate, defaultMessage: () => message } });
  return (prototype, property) => {
    declareField(prototype, String(property), { part: { of, list } });
    isList(prototype, property);
    ValidateNested({ each: true })(prototype, property);
    Type(of)(prototype, property);
  };
}

/** A list of `min` (1) to `max` texts, each of 1 to `maxLength` characters. */
export function ListOfText(options: {
  readonly max: number;
  readonly maxLength: number;
  readonly min?: number;
  readonly pattern?: string;
}): PropertyDecorator {
  return scalarField({
    type: 'array',
    minItems: options.min ?? 1,
    maxItems: options.max,
    items: {
      type: 'string',
      minLength: 1,
      maxLength: options.maxLength,
      pattern: options.pattern ?? SAFE_TEXT_PATTERN,
    },
  });
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
