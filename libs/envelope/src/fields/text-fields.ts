import { SAFE_TEXT_PATTERN } from './describe-fragment';
import { scalarField } from './scalar-field';

/** A text of `min` (1) to `max` characters; without a pattern of its own, free of control characters. */
export function Text(options: {
  readonly max: number;
  readonly min?: number;
  readonly pattern?: string;
}): PropertyDecorator {
  return scalarField({
    type: 'string',
    minLength: options.min ?? 1,
    maxLength: options.max,
    pattern: options.pattern ?? SAFE_TEXT_PATTERN,
  });
}

/** One of a closed list of words. */
export function OneOf(values: readonly string[]): PropertyDecorator {
  return scalarField({ type: 'string', enum: [...values] });
}
