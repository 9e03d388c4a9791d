import type { DossierReport, Exempted, Payment } from '../report/demo-document';
import { dayText, dongFigure } from '../report/texts';
import type { ExpectedExemption, ExpectedOutcome, ExpectedPayment } from './expected-outcome';

/** How a run compares with what was expected of it. */
export interface Verdict {
  readonly rows: readonly string[];
  /** What came out otherwise; none when all is as foreseen. */
  readonly differences: readonly string[];
}

/** Every dossier of the run must have ended so; due dates count only on the day for which they were written. */
export function verdictOf(
  expected: ExpectedOutcome,
  dossiers: readonly DossierReport[],
  { withDates }: { readonly withDates: boolean },
): Verdict {
  const areDated = withDates && expected.payments.every(({ dueDate }) => dueDate !== undefined);
  const told = ({ kind, payer, amountDong, dueDate }: ExpectedPayment | Payment): string =>
    `${payer} ${kind} ${dongFigure(amountDong)}${areDated && dueDate ? ` by ${dayText(dueDate)}` : ''}`;
  const wanted = [...expected.payments.map(told), ...(expected.exemptions ?? []).map(exempt)].sort();
  const differences = dossiers.flatMap(({ code, state, payments, exemptions = [] }) => {
    const came = [...payments.map(told), ...exemptions.map(exempt)].sort();
    return [
      ...(state === expected.state ? [] : [`${code}: state ${state ?? '–'} instead of ${expected.state}`]),
      ...missing(wanted, came).map((text) => `${code}: ${text} did not come out`),
      ...missing(came, wanted).map((text) => `${code}: ${text} was not foreseen`),
    ];
  });
  return { rows: expected.rows, differences };
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
