import { kernelErrors } from './kernel.errors';

/** Whole đồng as it stands on the wire: digits without sign, separator or leading zero, at most 18. */
export type DongText = string & { readonly __brand: 'DongText' };

/** Regular expression of DongText, for schemas. */
export const DONG_PATTERN = '^(0|[1-9]\\d{0,17})$';

const DONG_SHAPE = new RegExp(DONG_PATTERN);

/** True for an amount in the form of the wire. */
export function isDongText(text: unknown): text is DongText {
  return typeof text === 'string' && DONG_SHAPE.test(text);
}

/** Puts a rule's amount on the wire; throws kernel.AMOUNT_INVALID for a negative or too large one. */
export function dongText(amount: bigint): DongText {
  const text = amount.toString();
  if (!isDongText(text)) throw kernelErrors.AMOUNT_INVALID({ text });
  return text;
}

/** Reads an amount from the wire for a rule; throws kernel.AMOUNT_INVALID. */
export function dong(text: string): bigint {
  if (!isDongText(text)) throw kernelErrors.AMOUNT_INVALID({ text });
  return BigInt(text);
}

/** An amount for people: `16.000.000 đ`. */
export function formatDong(amount: bigint): string {
  return `${amount.toString().replace(/\B(?=(\d{3})+$)/g, '.')} đ`;
}
