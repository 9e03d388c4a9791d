import { addDays, daysBetween, Fraction, type LocalDate } from '@lienthong/kernel';
import { type DatedRow, rowInForce } from '../law/dated-row.rules';
import { lateInterestRates } from '../law/rates.data';
import type { Readings } from '../law/readings.data';
import { taxErrors } from '../tax.errors';
import { NOTHING, sum } from './fractions.rules';
import { roundedToUnit } from './rounding.rules';

/** A payment that counts on the day the payer was debited, or of the cash receipt, never on the day it was booked. */
export interface DatedPayment {
  readonly amountDong: bigint;
  readonly debitedOn: LocalDate;
}

/** A row of a notice, or one instalment, with what was paid for it. */
export interface LateDuty {
  readonly amountDong: bigint;
  readonly dueOn: LocalDate;
  readonly payments: readonly DatedPayment[];
  /** Part that an overpayment covered; it bears no interest. */
  readonly coveredDong?: bigint;
  /** While a duty is deferred it bears no interest (told, not read). */
  readonly deferred?: boolean;
}

/** §3.7: from the day after the due date to the day before the debit, so that one day late costs nothing. */
export function lateDays(dueOn: LocalDate, debitedOn: LocalDate): number {
  return Math.max(0, daysBetween(dueOn, debitedOn) - 1);
}

/**
 * Late interest of a row: each payment's part of the duty × its late days × the rate of those days; what is still open on
 * `until` counts as if it were paid then. No interest on interest. Reading (h) says where it is rounded.
 */
export function lateInterest(
  duty: LateDuty,
  until: LocalDate,
  { interestRounding, roundingUnitDong }: Pick<Readings, 'interestRounding' | 'roundingUnitDong'>,
): bigint {
  if (duty.deferred) return 0n;
  const parts = lateParts(duty, until).map(({ amountDong, debitedOn }) =>
    interestOf(amountDong, duty.dueOn, debitedOn),
  );
  return interestRounding === 'per-row'
    ? roundedToUnit(sum(parts), roundingUnitDong)
    : parts.reduce((all, part) => all + roundedToUnit(part, roundingUnitDong), 0n);
}

/** The payments in the order of their debits, each cut to what was still open, and the open rest. */
function lateParts({ amountDong, coveredDong = 0n, payments }: LateDuty, until: LocalDate): readonly DatedPayment[] {
  let open = amountDong - coveredDong;
  const parts: DatedPayment[] = [];
  for (const payment of [...payments].sort((a, b) => (a.debitedOn < b.debitedOn ? -1 : 1))) {
    if (payment.amountDong < 0n) throw taxErrors.PAYMENT_NEGATIVE({ on: payment.debitedOn });
    const used = payment.amountDong < open ? payment.amountDong : open;
    if (used <= 0n) break;
    parts.push({ amountDong: used, debitedOn: payment.debitedOn });
    open -= used;
  }
  return open > 0n ? [...parts, { amountDong: open, debitedOn: until }] : parts;
}

function interestOf(amountDong: bigint, dueOn: LocalDate, debitedOn: LocalDate): Fraction {
  const late = lateDays(dueOn, debitedOn);
  if (late === 0) return NOTHING;
  const [first, last] = [addDays(dueOn, 1), addDays(dueOn, late)];
  rowInForce('§3.7', lateInterestRates, first);
  const perDay = lateInterestRates.map((row) => row.value.times(Fraction.of(BigInt(daysIn(row, first, last)))));
  return Fraction.of(amountDong).times(sum(perDay));
}

/** How many of the days from `first` to `last` the row is in force. */
function daysIn({ from, to = '2999-12-31' }: DatedRow<Fraction>, first: LocalDate, last: LocalDate): number {
  const [begin, end] = [from > first ? from : first, to < last ? to : last];
  return Math.max(0, daysBetween(begin, end) + 1);
}
