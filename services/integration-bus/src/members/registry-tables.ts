import { instantFrom, instantUntil } from './registry-dates';
import type {
  GrantFileRow,
  KeyFileRow,
  MemberFileRow,
  OfficeFileRow,
  OperatorFileRow,
  RegistryFiles,
  SchemaFileRow,
} from './registry-files';

/** The form in which each table's rows stand in registry files and in the log. */
export interface RegistryRowOf {
  readonly member: MemberFileRow;
  readonly member_key: KeyFileRow;
  readonly office: OfficeFileRow;
  readonly grant_row: GrantFileRow;
  readonly message_schema: SchemaFileRow;
  readonly operator: OperatorFileRow;
}

export type RegistryTableName = keyof RegistryRowOf;

type Column<R> = (row: R) => string | boolean | Date | null;

/** How rows become rows of a table; jsonb columns are given as text. */
export interface RegistryTable<R extends object = object> {
  readonly columns: Readonly<Record<string, Column<R>>>;
  readonly keyColumns: readonly string[];
}

const tables: { readonly [T in RegistryTableName]: RegistryTable<RegistryRowOf[T]> } = {
  member: {
    columns: {
      code: (r) => r.code,
      name: (r) => r.name,
      agency_codes: (r) => JSON.stringify(r.agencyCode),
      transport: (r) => r.transport,
      state: (r) => r.state,
      webhook_url: (r) => r.webhookUrl ?? null,
      quota: (r) => (r.quota ? JSON.stringify(r.quota) : null),
    },
    keyColumns: ['code'],
  },
  member_key: {
    columns: {
      kid: (r) => r.kid,
      member: (r) => r.member,
      jwk: (r) => JSON.stringify(r.jwk),
      valid_from: (r) => r.validFrom,
      valid_to: (r) => r.validTo ?? null,
      revoked_at: (r) => r.revokedAt ?? null,
    },
    keyColumns: ['kid'],
  },
  office: {
    columns: {
      member: (r) => r.member,
      id: (r) => r.id,
      name: (r) => r.name,
      unit_codes: (r) => JSON.stringify(r.unitCodes),
      valid_from: (r) => r.validFrom,
      valid_to: (r) => r.validTo ?? null,
      successor: (r) => r.successor ?? null,
    },
    keyColumns: ['member', 'id', 'valid_from'],
  },
  grant_row: {
    columns: {
      sender: (r) => r.sender,
      recipient: (r) => r.recipient,
      type: (r) => r.type,
      purpose: (r) => r.purpose,
      legal_basis: (r) => r.legalBasis,
      enabled: (r) => r.enabled,
      valid_from: (r) => instantFrom(r.validFrom),
      valid_to: (r) => instantUntil(r.validTo) ?? null,
    },
    keyColumns: ['sender', 'recipient', 'type', 'valid_from'],
  },
  message_schema: {
    columns: {
      dataschema: (r) => r.dataschema,
      type: (r) => r.type,
      hash: (r) => r.hash,
      schema: (r) => JSON.stringify(r.schema),
    },
    keyColumns: ['dataschema'],
  },
  operator: {
    columns: {
      person: (r) => r.person,
      valid_from: (r) => r.validFrom,
      valid_to: (r) => r.validTo ?? null,
    },
    keyColumns: ['person'],
  },
};

/** @returns the table of that name */
export function registryTable(name: RegistryTableName): RegistryTable {
  return tables[name] as RegistryTable;
}

export interface RegistryRow<T extends RegistryTableName = RegistryTableName> {
  readonly table: T;
  readonly row: RegistryRowOf[T];
}

/** All rows of a fresh installation in an order that satisfies their references. */
export function registryRows(files: RegistryFiles): readonly RegistryRow[] {
  const of = <T extends RegistryTableName>(table: T, rows: readonly RegistryRowOf[T][]): RegistryRow[] =>
    rows.map((row) => ({ table, row }));
  return [
    ...of('member', files.members),
    ...of('member_key', files.keys),
    ...of('office', files.offices),
    ...of('grant_row', files.grants),
    ...of('message_schema', files.schemas),
    ...of('operator', files.operators),
  ];
}
