import { dong, Fraction, formatDong, isInstantText, isLocalDate, localDate } from '@lienthong/kernel';
import { paperErrors } from '../papers.errors';
import { dateInDigits } from '../words/vietnamese-date.rules';

/** What is printed in a place of a form; a missing value leaves its place empty and never becomes 0 or a first date. */
export type Printed = string | undefined;

/** Dates before it are what a program writes for "none" (0001-01-01), no day of a dossier. */
const FIRST_YEAR = '1900';
const DECIMAL = /^\d{1,15}(\.\d{1,6})?$/;

/** Whole đồng with points: `16.000.000`. @throws kernel.AMOUNT_INVALID */
export function money(amountDong: Printed): Printed {
  return amountDong === undefined ? undefined : formatDong(dong(amountDong)).replace(/ đ$/, '');
}

/** `03/08/2026`. @throws papers.VALUE_UNREADABLE for what is no date, or the minimum date of a program */
export function day(date: Printed): Printed {
  if (date === undefined) return undefined;
  if (!isLocalDate(date) || date.slice(0, 4) <= FIRST_YEAR) throw paperErrors.VALUE_UNREADABLE({ kind: 'date' });
  return dateInDigits(date);
}

/** `09:10 03/08/2026`, in Vietnam. @throws papers.VALUE_UNREADABLE */
export function moment(instant: Printed): Printed {
  if (instant === undefined) return undefined;
  if (!isInstantText(instant)) throw paperErrors.VALUE_UNREADABLE({ kind: 'instant' });
  const at = new Date(instant);
  return `${clockTime(at)} ${day(localDate(at)) ?? ''}`;
}

/** A decimal number with a comma: `120,5`. @throws papers.VALUE_UNREADABLE */
export function decimal(text: Printed): Printed {
  if (text === undefined) return undefined;
  if (!DECIMAL.test(text)) throw paperErrors.VALUE_UNREADABLE({ kind: 'decimal' });
  return text.replace('.', ',');
}

/** A share or rate in hundredths: `1/2` is `50%`, `3/10000` is `0,03%`; thirds stay a share. @throws kernel.FRACTION_INVALID */
export function percent(text: Printed): Printed {
  if (text === undefined) return undefined;
  const { numerator, denominator } = Fraction.parse(text).times(Fraction.of(100n * PERCENT_SCALE));
  if (numerator % denominator !== 0n) return text;
  const digits = (numerator / denominator).toString().padStart(PERCENT_DECIMALS + 1, '0');
  const decimals = digits.slice(-PERCENT_DECIMALS).replace(/0+$/, '');
  return `${digits.slice(0, -PERCENT_DECIMALS)}${decimals === '' ? '' : `,${decimals}`}%`;
}

/** The parts that are there, with commas between. */
export function listed(...parts: readonly Printed[]): Printed {
  const present = parts.filter((part) => part !== undefined && part !== '');
  return present.length === 0 ? undefined : present.join(', ');
}

const PERCENT_DECIMALS = 4;
const PERCENT_SCALE = 10_000n;
const VIETNAM_MS = 7 * 3_600_000;

function clockTime(at: Date): string {
  return new Date(at.getTime() + VIETNAM_MS).toISOString().slice(11, 16);
}
