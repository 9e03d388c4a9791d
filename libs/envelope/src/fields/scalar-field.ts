import { ValidateBy } from 'class-validator';
import { declareField, type JsonSchema } from './field-registry';
import { describeFragment } from './describe-fragment';
import { formatChecks } from './formats';

/**
 * Declares a property by one schema fragment: ajv reads the fragment itself, class-validator gets a rule made from the
 * same fragment, so the two cannot part.
 */
export function scalarField(fragment: JsonSchema): PropertyDecorator {
  const { rule, message } = describeFragment(fragment);
  const isAccepted = acceptance(fragment);
  const validate = ValidateBy({ name: rule, validator: { validate: isAccepted, defaultMessage: () => message } });
  return (prototype, property) => {
    declareField(prototype, String(property), { fragment });
    validate(prototype, property);
  };
}

/** The fragment as a predicate; knows the keywords that this library's decorators write. */
export function acceptance(fragment: JsonSchema): (value: unknown) => boolean {
  switch (fragment.type) {
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'integer':
      return (value) =>
        Number.isInteger(value) &&
        Number(value) >= Number(fragment.minimum) &&
        Number(value) <= Number(fragment.maximum);
    case 'array':
      return listAcceptance(fragment);
    default:
      return textAcceptance(fragment);
  }
}

function textAcceptance(fragment: JsonSchema): (value: unknown) => boolean {
  const { format, minLength, maxLength, pattern } = fragment;
  const allowed = Array.isArray(fragment.enum) ? new Set<unknown>(fragment.enum) : undefined;
  const shape = typeof pattern === 'string' ? new RegExp(pattern, 'u') : undefined;
  const check = typeof format === 'string' ? formatChecks[format] : undefined;
  return (value) => {
    if (typeof value !== 'string') return false;
    if (allowed && !allowed.has(value)) return false;
    if (shape && !shape.test(value)) return false;
    if (check && !check(value)) return false;
    const length = maxLength === undefined ? 0 : [...value].length;
    return length >= Number(minLength ?? 0) && length <= Number(maxLength ?? 0);
  };
}

function listAcceptance(fragment: JsonSchema): (value: unknown) => boolean {
  const isItem = acceptance(fragment.items as JsonSchema);
  return (value) =>
    Array.isArray(value) &&
    value.length >= Number(fragment.minItems) &&
    value.length <= Number(fragment.maxItems) &&
    value.every(isItem);
}
