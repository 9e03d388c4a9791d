import { DONG_PATTERN } from '@lienthong/kernel';
import { scalarField } from './scalar-field';

/** A whole number between two limits, as a JSON number. */
export function Whole(options: { readonly min: number; readonly max: number }): PropertyDecorator {
  return scalarField({ type: 'integer', minimum: options.min, maximum: options.max });
}

/** True or false. */
export function Flag(): PropertyDecorator {
  return scalarField({ type: 'boolean' });
}

/** Whole đồng as a text of digits (`DongText`). */
export function DongAmount(): PropertyDecorator {
  return scalarField({ type: 'string', format: 'dong-amount', pattern: DONG_PATTERN });
}

/** A decimal number above zero as a text, with at most `scale` decimals: `100`, `100.5`. */
export function DecimalText(options: { readonly scale: number }): PropertyDecorator {
  const decimals = options.scale > 0 ? `(\\.\\d{1,${options.scale}})?` : '';
  const pattern = `^(?!0(\\.0+)?$)(0|[1-9]\\d{0,11})${decimals}$`;
  return scalarField({ type: 'string', format: 'decimal', pattern });
}
