import type { PublicKeyRecord } from '@lienthong/envelope';
import type { LocalDate } from '@lienthong/kernel';
import {
  type Grant,
  holdsAt,
  holdsOn,
  type Member,
  type Office,
  type RegisteredSchema,
  type Registry,
} from './registry';

export interface RegistryRows {
  readonly members: readonly Member[];
  readonly keys: readonly PublicKeyRecord[];
  readonly offices: readonly Office[];
  readonly grants: readonly Grant[];
  readonly schemas: readonly RegisteredSchema[];
}

/** The registry as it was read once; replaced whole by the next reading. */
export class RegistrySnapshot implements Registry {
  readonly members: ReadonlyMap<string, Member>;
  private readonly keys: ReadonlyMap<string, PublicKeyRecord>;
  private readonly schemas: ReadonlyMap<string, RegisteredSchema>;
  private readonly offices: ReadonlyMap<string, readonly Office[]>;
  private readonly grants: ReadonlyMap<string, readonly Grant[]>;

  constructor(rows: RegistryRows) {
    this.members = new Map(rows.members.map((member) => [member.code, member]));
    this.keys = new Map(rows.keys.map((key) => [key.kid, key]));
    this.schemas = new Map(rows.schemas.map((schema) => [schema.dataschema, schema]));
    this.offices = grouped(rows.offices, (office) => officeKey(office.member, office.id));
    this.grants = grouped(rows.grants, (grant) => grantKey(grant.sender, grant.recipient, grant.type));
  }

  find(kid: string): PublicKeyRecord | undefined {
    return this.keys.get(kid);
  }

  member(code: string): Member | undefined {
    return this.members.get(code);
  }

  hasOffice(member: string, office: string, on: LocalDate): boolean {
    return this.offices.get(officeKey(member, office))?.some((row) => holdsOn(row, on)) ?? false;
  }

  grant(sender: string, recipient: string, type: string, at: Date): Grant | undefined {
    return this.grants.get(grantKey(sender, recipient, type))?.find((row) => row.enabled && holdsAt(row, at));
  }

  schema(dataschema: string): RegisteredSchema | undefined {
    return this.schemas.get(dataschema);
  }
}

const officeKey = (member: string, office: string): string => `${member}/${office}`;
const grantKey = (sender: string, recipient: string, type: string): string => `${sender}>${recipient}>${type}`;

function grouped<R>(rows: readonly R[], keyOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? [];
    group.push(row);
    groups.set(keyOf(row), group);
  }
  return groups;
}
