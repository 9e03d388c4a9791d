import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema, PublicKeyJwk } from '@lienthong/envelope';
import type { LocalDate } from '@lienthong/kernel';
import { homeFiles } from '@lienthong/service-host/migrator';
import type { Quota } from '../quotas/quota.rules';

/** A national code of an agency or a unit with its days; the codes that took its place, where it ended by a merger. */
export interface DatedCode {
  readonly code: string;
  readonly validFrom: LocalDate;
  /** Last day. */
  readonly validTo?: LocalDate;
  readonly successors?: readonly string[];
}

export interface MemberFileRow {
  readonly code: string;
  readonly name: string;
  readonly agencyCode: readonly DatedCode[];
  readonly transport: string;
  readonly state: string;
  /** Of a webhook member only. */
  readonly webhookUrl?: string;
  /** Of a member with quotas of its own. */
  readonly quota?: Partial<Quota>;
}

export interface OfficeFileRow {
  readonly member: string;
  readonly id: string;
  readonly name: string;
  readonly unitCodes: readonly DatedCode[];
  readonly validFrom: LocalDate;
  /** Last day. */
  readonly validTo?: LocalDate;
  /** The office of the same member that took over its work. */
  readonly successor?: string;
}

export interface GrantFileRow {
  readonly sender: string;
  readonly recipient: string;
  readonly type: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly enabled: boolean;
  /** A day or an instant. */
  readonly validFrom: string;
  /** Its last day, or the first instant at which it no longer holds. */
  readonly validTo?: string;
}

export interface SchemaFileRow {
  readonly type: string;
  readonly dataschema: string;
  readonly hash: string;
  readonly schema: JsonSchema;
}

export interface KeyFileRow {
  readonly kid: string;
  readonly member: string;
  readonly jwk: PublicKeyJwk;
  readonly validFrom: string;
  readonly validTo?: string;
  /** Since then nothing is taken that it signs. */
  readonly revokedAt?: string;
}

/** A person who may act for the bus; no name, since the log keeps it for good. */
export interface OperatorFileRow {
  readonly person: string;
  readonly validFrom: string;
  readonly validTo?: string;
}

/** What a fresh installation starts with. */
export interface RegistryFiles {
  readonly members: readonly MemberFileRow[];
  readonly offices: readonly OfficeFileRow[];
  readonly grants: readonly GrantFileRow[];
  readonly schemas: readonly SchemaFileRow[];
  readonly keys: readonly KeyFileRow[];
  /** The first persons who may act: two at least, else nobody could let a third one in. */
  readonly operators: readonly OperatorFileRow[];
}

/** Reads the generated registry and the members' public keys of the home folder. */
export function readRegistryFiles(registryDir: string, home: string): RegistryFiles {
  return {
    members: readJson<readonly MemberFileRow[]>(join(registryDir, 'members.json')),
    offices: readJson<readonly OfficeFileRow[]>(join(registryDir, 'offices.json')),
    grants: readJson<readonly GrantFileRow[]>(join(registryDir, 'grants.json')),
    schemas: readJson<readonly SchemaFileRow[]>(join(registryDir, 'schemas.json')),
    operators: readJson<readonly OperatorFileRow[]>(join(registryDir, 'operators.json')),
    keys: readJson<{ readonly keys: readonly KeyFileRow[] }>(join(home, homeFiles.memberDirectory)).keys,
  };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
