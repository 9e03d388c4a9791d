import type { LocalDate } from '@lienthong/kernel';

/** A code with the days on which it holds; `validTo` is its last day, absent while it is in force. */
export interface DatedCode {
  readonly code: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly source: string;
}

/** A name that a unit had until a day, which is its last. */
export interface FormerName {
  readonly name: string;
  readonly validTo: LocalDate;
}

/** An office of a member: the unit that has work lists, codes and registers, and that messages name. */
export interface Office {
  readonly member: string;
  readonly id: string;
  /** The name since the last of the former ones. */
  readonly name: string;
  /** Names until days of the past, the oldest first. */
  readonly formerNames?: readonly FormerName[];
  /** National codes of the unit, one for each day. */
  readonly unitCodes: readonly DatedCode[];
  /** Mã cơ quan quản lý thu, of tax offices only. */
  readonly taxOfficeCode?: string;
  /** SHKB, of treasury offices only. */
  readonly treasuryCode?: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  /** The office of the same member that took over its work when it ended. */
  readonly successor?: string;
}

/** A commune (phường, xã) under its statistics code; a code may be used again with another meaning, so a row has its days. */
export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly source: string;
}

/** A commune that went as a whole into another one, whose code its people have from that day on. */
export interface CommuneMerger {
  readonly code: string;
  readonly into: string;
  readonly from: LocalDate;
  readonly source: string;
}

/** Which office of a member answers for which communes (both ends of the code range included). */
export interface Jurisdiction {
  readonly member: string;
  readonly office: string;
  readonly fromCommune: string;
  readonly toCommune: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly source: string;
}

/** Whether a dated row holds on a day. */
export function holdsOn(row: { readonly validFrom: LocalDate; readonly validTo?: LocalDate }, on: LocalDate): boolean {
  return row.validFrom <= on && (row.validTo === undefined || on <= row.validTo);
}
