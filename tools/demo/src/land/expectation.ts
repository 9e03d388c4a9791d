import type { DossierReport, Exempted, Payment } from '../report/demo-document';
import { dayText, dongFigure } from '../report/texts';
import type { ExpectedExemption, ExpectedOutcome, ExpectedPayment, ExpectedSurplus } from './expected-outcome';

/** How a run compares with what was expected of it. */
export interface Verdict {
  readonly rows: readonly string[];
  /** What came out otherwise; none when all is as foreseen. */
  readonly differences: readonly string[];
}

export interface Judging {
  /** Due dates count only on the day for which they were written. */
  readonly withDates: boolean;
  /** What was otherwise on the way already. */
  readonly seen?: readonly string[];
}

/** Every dossier of the run must have ended so. */
export function verdictOf(
  expected: ExpectedOutcome,
  dossiers: readonly DossierReport[],
  { withDates, seen = [] }: Judging,
): Verdict {
  const areDated = withDates && expected.payments.every(({ dueDate }) => dueDate !== undefined);
  const told = (
    payments: readonly (ExpectedPayment | Payment)[],
    exemptions: readonly (ExpectedExemption | Exempted)[] = [],
  ): readonly string[] => [...payments.map((one) => toldPayment(one, areDated)), ...exemptions.map(exempt)];
  const wanted = [...told(expected.payments, expected.exemptions), ...surplus(expected.overpaid)].sort();
  const differences = dossiers.flatMap((dossier) => {
    const { code, state, payments, exemptions } = dossier;
    const came = [...told(payments, expected.exemptions && exemptions), ...surplus(surplusOf(dossier))].sort();
    return [
      ...(state === expected.state ? [] : [`${code}: state ${state ?? '–'} instead of ${expected.state}`]),
      ...missing(wanted, came).map((text) => `${code}: ${text} did not come out`),
      ...missing(came, wanted).map((text) => `${code}: ${text} was not foreseen`),
    ];
  });
  return { rows: expected.rows, differences: [...seen, ...differences] };
}

function toldPayment(payment: ExpectedPayment | Payment, areDated: boolean): string {
  const { kind, payer, amountDong, dueDate, state = 'booked' } = payment;
  return `${payer} ${kind} ${dongFigure(amountDong)}${areDated && dueDate ? ` by ${dayText(dueDate)}` : ''}, ${state}`;
}

function surplus(list: readonly ExpectedSurplus[] = []): readonly string[] {
  return list.map(({ payer, amountDong }) => `${payer} ${dongFigure(amountDong)} overpaid`);
}

function surplusOf({ overpaid = [], payments }: DossierReport): readonly ExpectedSurplus[] {
  return overpaid.map(({ payerNumber, amountDong }) => {
    const payer = payments.find((payment) => payment.payerNumber === payerNumber)?.payer ?? 'buyer';
    return { payer, amountDong: amountDong as ExpectedSurplus['amountDong'] };
  });
}

function exempt({ kind, payer, amountDong }: ExpectedExemption | Exempted): string {
  return `${payer} ${kind} exempt ${dongFigure(amountDong)}`;
}

/** What is in the first list and not in the second, one for one. */
function missing(these: readonly string[], those: readonly string[]): string[] {
  const left = [...those];
  return these.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
