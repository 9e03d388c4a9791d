import { localDate } from '@lienthong/kernel';
import { holdsOn } from '../registry';
import { instantFrom, instantUntil } from '../registry-dates';
import type { RegistryRow, RegistryRowOf, RegistryTableName } from '../registry-tables';

/** One row of the registry as an entry of the log wrote it. */
export interface HeldRow<T extends RegistryTableName = RegistryTableName> {
  readonly table: T;
  readonly key: string;
  /** The entry that holds the row; it can be proven like any other. */
  readonly logId: string;
  readonly since: Date;
  readonly row: RegistryRowOf[T];
}

/** The key under which later rows replace earlier ones. */
export function registryKey({ table, row }: RegistryRow): string {
  return keyOf[table](row as never);
}

const keyOf: { readonly [T in RegistryTableName]: (row: RegistryRowOf[T]) => string } = {
  member: ({ code }) => code,
  member_key: ({ kid }) => kid,
  office: ({ member, id, validFrom }) => `${member}/${id} ${validFrom}`,
  grant_row: (row) => `${row.sender} ${row.recipient} ${row.type} ${instantFrom(row.validFrom).toISOString()}`,
  message_schema: ({ dataschema }) => dataschema,
  operator: ({ person }) => person,
};

const holds: { readonly [T in RegistryTableName]: (row: RegistryRowOf[T], at: Date) => boolean } = {
  member: () => true,
  member_key: (row, at) => within(row, at) && (row.revokedAt === undefined || at < new Date(row.revokedAt)),
  office: (row, at) => holdsOn(row, localDate(at)),
  grant_row: (row, at) => row.enabled && within(row, at),
  message_schema: () => true,
  operator: within,
};

function within(row: { readonly validFrom: string; readonly validTo?: string }, at: Date): boolean {
  const until = instantUntil(row.validTo);
  return instantFrom(row.validFrom) <= at && (until === undefined || at < until);
}

/** Whether a row gave a right, a key, an office or a schema at an instant. */
export function held({ table, row }: RegistryRow, at: Date): boolean {
  return holds[table](row as never, at);
}

/** The codes of members that a row is about. */
export function membersOf({ table, row }: RegistryRow): readonly string[] {
  switch (table) {
    case 'member':
      return [(row as RegistryRowOf['member']).code];
    case 'member_key':
    case 'office':
      return [(row as RegistryRowOf['office']).member];
    case 'grant_row': {
      const { sender, recipient } = row as RegistryRowOf['grant_row'];
      return [sender, recipient];
    }
    case 'message_schema':
    case 'operator':
      return [];
  }
}

/** The latest row of each key, from entries in the order of the log. */
export function latest(rows: readonly HeldRow[]): ReadonlyMap<string, HeldRow> {
  return new Map(rows.map((row) => [`${row.table} ${row.key}`, row]));
}
