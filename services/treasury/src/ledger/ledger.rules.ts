import type { VoucherLine } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import type { LedgerEntry } from './ledger-entry.entity';

/** A line with the tax office that owns its item. */
export interface OwnedLine extends VoucherLine {
  readonly taxOfficeCode: string;
}

/** What all lines of one entry share. */
export interface EntryHead {
  readonly office: string;
  readonly entryNumber: string;
  readonly kind: LedgerEntry['kind'];
  readonly reference: string;
  readonly account: string;
  readonly debitDate: LocalDate;
  readonly bookedOn: LocalDate;
  readonly budgetYear: number;
}

interface Signed {
  readonly line: OwnedLine;
  readonly sign: 1n | -1n;
}

/** The lines of an entry in the books: what comes in with its sign, what is taken back with the opposite one. */
export function ledgerEntries(
  head: EntryHead,
  cameIn: readonly OwnedLine[],
  takenBack: readonly OwnedLine[] = [],
): readonly LedgerEntry[] {
  const signed: readonly Signed[] = [
    ...takenBack.map((line) => ({ line, sign: -1n as const })),
    ...cameIn.map((line) => ({ line, sign: 1n as const })),
  ];
  return signed.map(({ line, sign }, i) => {
    const { payableItemId, taxOfficeCode, budgetChapter, budgetSubItem, amountDong } = line;
    const key = `${head.office}|${head.entryNumber}|${String(i + 1).padStart(3, '0')}`;
    const amount = { amountDong: (sign * BigInt(amountDong)).toString() };
    return { key, ...head, payableItemId, taxOfficeCode, budgetChapter, budgetSubItem, ...amount };
  });
}
