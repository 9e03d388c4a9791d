import type { FilesIn, KeyDirectory, SchemaChecker } from '@lienthong/envelope';
import type { LocalDate } from '@lienthong/kernel';
import type { Quota } from '../quotas/quota.rules';

export interface Member {
  readonly code: string;
  readonly name: string;
  readonly transport: 'kafka' | 'pull' | 'webhook';
  readonly state: 'active' | 'suspended';
  /** Where a webhook member takes its deliveries. */
  readonly webhookUrl?: string;
  /** Quotas of its own; the others are those of the configuration. */
  readonly quota?: Partial<Quota>;
}

export interface Office {
  readonly member: string;
  readonly id: string;
  readonly validFrom: LocalDate;
  /** Last day. */
  readonly validTo?: LocalDate;
}

export interface Grant {
  readonly sender: string;
  readonly recipient: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly validFrom: Date;
  /** The first instant at which it no longer holds. */
  readonly validTo?: Date;
  /** Log id of the entry that made this row. */
  readonly version: string;
}

export interface RegisteredSchema {
  readonly dataschema: string;
  readonly type: string;
  readonly hash: string;
  readonly check: SchemaChecker;
  /** Finds the files that a body names; absent when the schema lets it name none. */
  readonly filesOf?: FilesIn;
}

/** Members, offices, keys, grants and schemas as they stand; answers from memory. */
export interface Registry extends KeyDirectory {
  member(code: string): Member | undefined;
  hasOffice(member: string, office: string, on: LocalDate): boolean;
  grant(sender: string, recipient: string, type: string, at: Date): Grant | undefined;
  schema(dataschema: string): RegisteredSchema | undefined;
}

/** Whether a dated row holds on a day; `validTo` is its last day. */
export function holdsOn(row: { readonly validFrom: LocalDate; readonly validTo?: LocalDate }, on: LocalDate): boolean {
  return row.validFrom <= on && (row.validTo === undefined || on <= row.validTo);
}

/** Whether a row holds at an instant, exact to the millisecond. */
export function holdsAt(row: { readonly validFrom: Date; readonly validTo?: Date }, at: Date): boolean {
  return row.validFrom <= at && (row.validTo === undefined || at < row.validTo);
}
