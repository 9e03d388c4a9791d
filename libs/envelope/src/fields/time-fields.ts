import { INSTANT_PATTERN } from '@lienthong/kernel';
import { scalarField } from './scalar-field';

/** A date in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export function DateText(): PropertyDecorator {
  return scalarField({ type: 'string', format: 'date', pattern: '^[12]\\d{3}-\\d{2}-\\d{2}$' });
}

/** A point in time with its offset, at most milliseconds. */
export function InstantText(): PropertyDecorator {
  return scalarField({ type: 'string', format: 'date-time', pattern: INSTANT_PATTERN });
}
