import { instantText } from '@lienthong/kernel';
import type { PublicKeyJwk } from '@lienthong/envelope';
import type { ClientBase } from 'pg';
import { BUS_MEMBER } from '../bus-address';
import { registryErrors } from './registry.errors';
import type { DatedCode, GrantFileRow, KeyFileRow, MemberFileRow, OfficeFileRow } from './registry-files';

interface MemberRow {
  code: string;
  name: string;
  agency_codes: readonly DatedCode[];
  transport: string;
  state: string;
  webhook_url: string | null;
  quota: MemberFileRow['quota'] | null;
}

interface KeyRow {
  kid: string;
  member: string;
  jwk: PublicKeyJwk;
  valid_from: Date;
  valid_to: Date | null;
  revoked_at: Date | null;
}

interface OfficeRow {
  member: string;
  id: string;
  name: string;
  unit_codes: readonly DatedCode[];
  valid_from: string;
  valid_to: string | null;
  successor: string | null;
}

interface GrantRow {
  sender: string;
  recipient: string;
  type: string;
  purpose: string;
  legal_basis: string;
  enabled: boolean;
  valid_from: Date;
  valid_to: Date | null;
}

/** A member as it stands, locked until the end of the act. @throws integration-bus.MEMBER_UNKNOWN */
export async function lockedMember(client: ClientBase, code: string): Promise<MemberFileRow> {
  const { rows } = await client.query<MemberRow>('select * from member where code = $1 for update', [code]);
  const [row] = rows;
  if (!row) throw registryErrors.MEMBER_UNKNOWN({ member: code });
  const { name, agency_codes: agencyCode, transport, state, webhook_url: webhookUrl, quota } = row;
  return {
    ...{ code, name, agencyCode, transport, state },
    ...(webhookUrl === null ? {} : { webhookUrl }),
    ...(quota ? { quota } : {}),
  };
}

/** Like `lockedMember`, for what may not be done to the bus. @throws integration-bus.MEMBER_IS_THE_BUS */
export function lockedOtherMember(client: ClientBase, code: string): Promise<MemberFileRow> {
  if (code === BUS_MEMBER) throw registryErrors.MEMBER_IS_THE_BUS();
  return lockedMember(client, code);
}

/** @throws integration-bus.KEY_UNKNOWN */
export async function lockedKey(client: ClientBase, kid: string): Promise<KeyFileRow> {
  const { rows } = await client.query<KeyRow>('select * from member_key where kid = $1 for update', [kid]);
  const [row] = rows;
  if (!row) throw registryErrors.KEY_UNKNOWN({ kid });
  return {
    ...{ kid, member: row.member, jwk: row.jwk, validFrom: instantText(row.valid_from) },
    ...(row.valid_to ? { validTo: instantText(row.valid_to) } : {}),
    ...(row.revoked_at ? { revokedAt: instantText(row.revoked_at) } : {}),
  };
}

/** All offices that a member ever had, locked until the end of the act. */
export async function lockedOffices(client: ClientBase, member: string): Promise<OfficeFileRow[]> {
  const sql = 'select * from office where member = $1 order by id, valid_from for update';
  const { rows } = await client.query<OfficeRow>(sql, [member]);
  return rows.map(({ unit_codes: unitCodes, valid_from: validFrom, valid_to: validTo, successor, ...row }) => ({
    ...{ member: row.member, id: row.id, name: row.name, unitCodes, validFrom },
    ...(validTo === null ? {} : { validTo }),
    ...(successor === null ? {} : { successor }),
  }));
}

export interface GrantKey {
  readonly sender: string;
  readonly recipient: string;
  readonly type: string;
}

/** Grants of this sender, recipient and type that hold now or later, locked until the end of the act. */
export async function lockedGrants(client: ClientBase, key: GrantKey, at: Date): Promise<GrantFileRow[]> {
  const { rows } = await client.query<GrantRow>(
    `select * from grant_row where sender = $1 and recipient = $2 and type = $3 and enabled
       and (valid_to is null or valid_to > $4) order by valid_from for update`,
    [key.sender, key.recipient, key.type, at],
  );
  return rows.map((row) => ({
    ...{ sender: row.sender, recipient: row.recipient, type: row.type, purpose: row.purpose },
    ...{ legalBasis: row.legal_basis, enabled: row.enabled, validFrom: instantText(row.valid_from) },
    ...(row.valid_to ? { validTo: instantText(row.valid_to) } : {}),
  }));
}
