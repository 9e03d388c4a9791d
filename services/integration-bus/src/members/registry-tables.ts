import type {
  GrantFileRow,
  KeyFileRow,
  MemberFileRow,
  OfficeFileRow,
  RegistryFiles,
  SchemaFileRow,
} from './registry-files';

/** How the rows of one registry file become rows of a table. */
export interface RegistryTable<R extends object = object> {
  readonly name: 'member' | 'member_key' | 'office' | 'grant_row' | 'message_schema';
  readonly rows: readonly R[];
  /** Columns that make the key, first; jsonb columns are given as text. */
  readonly columns: Readonly<Record<string, (row: R) => string | boolean | null>>;
  readonly keyColumns: readonly string[];
}

/** All tables in an order that satisfies their references. */
export function registryTables(files: RegistryFiles): readonly RegistryTable[] {
  return [
    members(files.members),
    keys(files.keys),
    offices(files.offices),
    grants(files.grants),
    schemas(files.schemas),
  ] as unknown as readonly RegistryTable[];
}

function members(rows: readonly MemberFileRow[]): RegistryTable<MemberFileRow> {
  const columns = {
    code: (r: MemberFileRow) => r.code,
    name: (r: MemberFileRow) => r.name,
    agency_codes: (r: MemberFileRow) => JSON.stringify(r.agencyCode),
    transport: (r: MemberFileRow) => r.transport,
    state: (r: MemberFileRow) => r.state,
  };
  return { name: 'member', rows, columns, keyColumns: ['code'] };
}

function keys(rows: readonly KeyFileRow[]): RegistryTable<KeyFileRow> {
  const columns = {
    kid: (r: KeyFileRow) => r.kid,
    member: (r: KeyFileRow) => r.member,
    jwk: (r: KeyFileRow) => JSON.stringify(r.jwk),
    valid_from: (r: KeyFileRow) => r.validFrom,
    valid_to: (r: KeyFileRow) => r.validTo ?? null,
  };
  return { name: 'member_key', rows, columns, keyColumns: ['kid'] };
}

function offices(rows: readonly OfficeFileRow[]): RegistryTable<OfficeFileRow> {
  const columns = {
    member: (r: OfficeFileRow) => r.member,
    id: (r: OfficeFileRow) => r.id,
    name: (r: OfficeFileRow) => r.name,
    unit_codes: (r: OfficeFileRow) => JSON.stringify(r.unitCodes),
    valid_from: (r: OfficeFileRow) => r.validFrom,
    valid_to: (r: OfficeFileRow) => r.validTo ?? null,
  };
  return { name: 'office', rows, columns, keyColumns: ['member', 'id', 'valid_from'] };
}

function grants(rows: readonly GrantFileRow[]): RegistryTable<GrantFileRow> {
  const columns = {
    sender: (r: GrantFileRow) => r.sender,
    recipient: (r: GrantFileRow) => r.recipient,
    type: (r: GrantFileRow) => r.type,
    purpose: (r: GrantFileRow) => r.purpose,
    legal_basis: (r: GrantFileRow) => r.legalBasis,
    enabled: (r: GrantFileRow) => r.enabled,
    valid_from: (r: GrantFileRow) => r.validFrom,
    valid_to: (r: GrantFileRow) => r.validTo ?? null,
  };
  return { name: 'grant_row', rows, columns, keyColumns: ['sender', 'recipient', 'type', 'valid_from'] };
}

function schemas(rows: readonly SchemaFileRow[]): RegistryTable<SchemaFileRow> {
  const columns = {
    dataschema: (r: SchemaFileRow) => r.dataschema,
    type: (r: SchemaFileRow) => r.type,
    hash: (r: SchemaFileRow) => r.hash,
    schema: (r: SchemaFileRow) => JSON.stringify(r.schema),
  };
  return { name: 'message_schema', rows, columns, keyColumns: ['dataschema'] };
}
