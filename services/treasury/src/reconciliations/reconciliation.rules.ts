import type { DayDifference, DayList, DayReconciledV1 } from '@lienthong/contracts';
import { dong, dongText, type DongText } from '@lienthong/kernel';
import { treasuryErrors } from '../treasury.errors';
import type { Amounts, Comparison, Reconciliation } from './reconciliation.state';

/** So many differences travel; the file holds all. */
const DIFFERENCES_TOLD = 2000;

export interface Side {
  readonly office: string;
  readonly toldBy: Reconciliation['toldBy'];
  /** Bank code or code of the tax office. */
  readonly side: string;
}

export function reconciliationKey({ office, toldBy, side }: Side, date: string): string {
  return `${office}|${toldBy}|${side}|${date}`;
}

/** A part of a list: of a later run it begins anew, of an earlier one it changes nothing; the same part again neither. */
export function takePart(known: Reconciliation | undefined, of: Side, list: DayList): Reconciliation {
  const { date, run, part, parts, count, totalDong, amounts } = list;
  if (known && run < known.run) return known;
  const head = {
    key: reconciliationKey(of, date),
    ...of,
    date,
    run,
    parts,
    count,
    totalDong,
    state: 'waiting' as const,
  };
  const before = known?.run === run ? known : undefined;
  if (before?.receivedParts.includes(part)) return before;
  if (
    part > parts ||
    (before && (before.parts !== parts || before.count !== count || before.totalDong !== totalDong))
  ) {
    throw treasuryErrors.LIST_CONTRADICTS({ toldBy: of.toldBy, date, run });
  }
  const told = amounts.reduce<Record<string, string>>(
    (all, { reference, amountDong }) => ({ ...all, [reference]: plus(all[reference], amountDong) }),
    { ...before?.told },
  );
  return { ...head, receivedParts: [...(before?.receivedParts ?? []), part], told };
}

/** True once the whole list is here. */
export function isWhole({ receivedParts, parts }: Reconciliation): boolean {
  return receivedParts.length === parts;
}

/** M47: every reference that is thừa, thiếu or lệch; count and sum of the list are checked against its own lines as well. */
export function compare(reconciliation: Reconciliation, books: Amounts): Reconciliation {
  const { told, count, totalDong, toldBy, date, run } = reconciliation;
  if (Object.keys(told).length !== count || sumOf(told) !== dong(totalDong)) {
    throw treasuryErrors.LIST_CONTRADICTS({ toldBy, date, run });
  }
  const differences = differencesOf(told, books);
  const comparison: Comparison = {
    matched: differences.length === 0,
    ...{ toldCount: count, toldDong: totalDong },
    ...{ bookedCount: Object.keys(books).length, bookedDong: sumOf(books).toString() },
    differences,
  };
  return { ...reconciliation, state: comparison.matched ? 'matched' : 'differs', comparison };
}

export function reconciledMessage(
  { toldBy, date, run }: Reconciliation,
  { toldDong, bookedDong, differences, ...counts }: Comparison,
  treasuryCode: string,
): DayReconciledV1 {
  const sums = { toldDong: dongText(dong(toldDong)), bookedDong: dongText(dong(bookedDong)) };
  return { toldBy, date, treasuryCode, run, ...counts, ...sums, differences: differences.slice(0, DIFFERENCES_TOLD) };
}

/** The difference file: one line each, fields by `|`, as the reconciliation sets of treasury and banks are exchanged. */
export function differenceFile({ toldBy, side, date, run, comparison }: Reconciliation): string {
  const lines = (comparison?.differences ?? []).map(({ reference, difference, toldDong = '', bookedDong = '' }) =>
    [reference, KIND_VI[difference], toldDong, bookedDong].join('|'),
  );
  const head = ['#M47', toldBy, side, date, String(run), String(lines.length)].join('|');
  return [head, 'so_tham_chieu|loai|doi_tac|kho_bac', ...lines, ''].join('\n');
}

const KIND_VI: Readonly<Record<DayDifference['difference'], string>> = {
  excess: 'THUA',
  missing: 'THIEU',
  differs: 'LECH',
};

function differencesOf(told: Amounts, books: Amounts): readonly DayDifference[] {
  const references = [...new Set([...Object.keys(told), ...Object.keys(books)])].sort();
  return references.flatMap((reference) => differenceOf(reference, told[reference], books[reference]) ?? []);
}

function differenceOf(
  reference: string,
  told: string | undefined,
  booked: string | undefined,
): DayDifference | undefined {
  if (told === booked) return undefined;
  const toldDong = told as DongText | undefined;
  const bookedDong = booked as DongText | undefined;
  if (bookedDong === undefined) return { reference, difference: 'excess', ...(toldDong && { toldDong }) };
  if (toldDong === undefined) return { reference, difference: 'missing', bookedDong };
  return { reference, difference: 'differs', toldDong, bookedDong };
}

function plus(before: string | undefined, amount: string): string {
  return (BigInt(before ?? '0') + dong(amount)).toString();
}

function sumOf(amounts: Amounts): bigint {
  return Object.values(amounts).reduce((sum, amount) => sum + BigInt(amount), 0n);
}
