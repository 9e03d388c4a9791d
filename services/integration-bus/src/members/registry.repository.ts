import { Injectable } from '@nestjs/common';
import {
  filesBy,
  type JsonSchema,
  publicKeyFromJwk,
  type PublicKeyJwk,
  type SchemaChecker,
  schemaCheckerOnUse,
} from '@lienthong/envelope';
import { instantText, type LocalDate } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import type { ClientBase } from 'pg';
import type { Member } from './registry';
import { RegistrySnapshot } from './registry-snapshot';

interface MemberRow extends Pick<Member, 'code' | 'name' | 'transport' | 'state'> {
  webhook_url: string | null;
  quota: NonNullable<Member['quota']> | null;
}

interface KeyRow {
  kid: string;
  member: string;
  jwk: PublicKeyJwk;
  valid_from: Date;
  valid_to: Date | null;
  revoked_at: Date | null;
}

interface DatedRow {
  valid_from: LocalDate;
  valid_to: LocalDate | null;
}

interface GrantRow {
  valid_from: Date;
  valid_to: Date | null;
  sender: string;
  recipient: string;
  type: string;
  enabled: boolean;
  log_id: string;
}

interface SchemaRow {
  dataschema: string;
  type: string;
  hash: string;
  schema: JsonSchema;
}

export interface PublishedKey {
  readonly kid: string;
  readonly member: string;
  readonly publicJwk: PublicKeyJwk;
  readonly validFrom: string;
  readonly validTo?: string;
}

interface ReadRegistry {
  readonly snapshot: RegistrySnapshot;
  readonly publishedKeys: readonly PublishedKey[];
  readonly version: string;
}

/** Reads the registry's tables whole: they are small and change seldom. */
@Injectable()
export class RegistryRepository {
  /** A schema never changes under its name, so its compiled form is kept; it is made for the first message of its type. */
  private readonly checkers = new Map<string, SchemaChecker>();

  constructor(private readonly database: Database) {}

  read(): Promise<ReadRegistry> {
    return this.with((client) => this.readWith(client));
  }

  /** Changes with every act on the registry. */
  version(): Promise<string> {
    return this.with(versionOf);
  }

  private async with<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    const { client, release } = await this.database.client();
    try {
      return await work(client);
    } finally {
      release();
    }
  }

  /** The version first: a change in between is then read once more, and never missed. */
  private async readWith(client: ClientBase): Promise<ReadRegistry> {
    const version = await versionOf(client);
    const members = await client.query<MemberRow>(
      'select code, name, transport, state, webhook_url, quota from member',
    );
    const keys = await client.query<KeyRow>(
      'select kid, member, jwk, valid_from, valid_to, revoked_at from member_key order by kid',
    );
    const offices = await client.query<DatedRow & { member: string; id: string }>(
      'select member, id, valid_from, valid_to from office',
    );
    const grants = await client.query<GrantRow>(
      'select sender, recipient, type, enabled, valid_from, valid_to, log_id from grant_row',
    );
    const schemas = await client.query<SchemaRow>('select dataschema, type, hash, schema from message_schema');
    const publishedKeys = keys.rows.map(published);
    const snapshot = new RegistrySnapshot({
      members: members.rows.map(toMember),
      keys: publishedKeys.map(({ publicJwk, ...row }) => ({ ...row, key: publicKeyFromJwk(publicJwk) })),
      offices: offices.rows.map(({ member, id, ...row }) => ({ member, id, ...dated(row) })),
      grants: grants.rows.map(({ log_id: version, sender, recipient, type, enabled, ...row }) => ({
        ...{ sender, recipient, type, enabled, version, validFrom: row.valid_from },
        ...(row.valid_to ? { validTo: row.valid_to } : {}),
      })),
      schemas: schemas.rows.map(({ schema, ...row }) => {
        const filesOf = filesBy(schema);
        return { ...row, check: this.checkerOf(row.dataschema, schema), ...(filesOf ? { filesOf } : {}) };
      }),
    });
    return { snapshot, publishedKeys, version };
  }

  private checkerOf(dataschema: string, schema: JsonSchema): SchemaChecker {
    const known = this.checkers.get(dataschema) ?? schemaCheckerOnUse(() => schema);
    this.checkers.set(dataschema, known);
    return known;
  }
}

function toMember({ webhook_url: webhookUrl, quota, ...row }: MemberRow): Member {
  return { ...row, ...(webhookUrl === null ? {} : { webhookUrl }), ...(quota === null ? {} : { quota }) };
}

async function versionOf(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ version: string }>('select version from registry_version');
  return rows[0]?.version ?? '';
}

/** A revoked key ends at its revocation: whoever verifies need not know of revocations. */
function published(row: KeyRow): PublishedKey {
  const ends = [row.valid_to, row.revoked_at].filter((end) => end !== null).map((end) => end.getTime());
  return {
    kid: row.kid,
    member: row.member,
    publicJwk: row.jwk,
    validFrom: instantText(row.valid_from),
    ...(ends.length > 0 ? { validTo: instantText(new Date(Math.min(...ends))) } : {}),
  };
}

function dated(row: DatedRow): { validFrom: LocalDate; validTo?: LocalDate } {
  return { validFrom: row.valid_from, ...(row.valid_to ? { validTo: row.valid_to } : {}) };
}
