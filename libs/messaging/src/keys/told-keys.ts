import { type ChangedKey, type KeyDirectory, publicKeyFromJwk, type PublicKeyRecord } from '@lienthong/envelope';
import { type Clock, instantText } from '@lienthong/kernel';
import type { Database } from '@lienthong/persistence';

/** An end once told stays: a word that is late or comes twice never makes a revoked key hold again, nor another key of it. */
const TAKE = `
insert into told_key (kid, member, x, valid_from, valid_to, told_at)
select kid, member, x, valid_from, valid_to, $6 from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[],
  $5::timestamptz[]) v(kid, member, x, valid_from, valid_to)
on conflict (kid) do update set valid_to = least(told_key.valid_to, excluded.valid_to), told_at = excluded.told_at
where told_key.member = excluded.member and told_key.x = excluded.x`;

interface ToldRow {
  kid: string;
  member: string;
  x: string;
  valid_from: Date;
  valid_to: Date | null;
}

/** The member's directory, and before it what the bus told since then (`key-changed`); kept for every instance and start. */
export class ToldKeys implements KeyDirectory {
  private told: ReadonlyMap<string, PublicKeyRecord> = new Map();

  constructor(
    private readonly directory: KeyDirectory,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  find(kid: string): PublicKeyRecord | undefined {
    return this.told.get(kid) ?? this.directory.find(kid);
  }

  /** Takes keys over; of several words about one key in one go all count. */
  async take(keys: readonly ChangedKey[]): Promise<void> {
    for (const { kid, member, x, validFrom, validTo } of keys) {
      publicKeyFromJwk({ kty: 'OKP', crv: 'Ed25519', kid, x });
      await this.query(TAKE, [[kid], [member], [x], [validFrom], [validTo ?? null], this.clock.now()]);
    }
    await this.load();
  }

  /** Reads what this or another instance was told. */
  async load(): Promise<void> {
    const rows = await this.query<ToldRow>('select kid, member, x, valid_from, valid_to from told_key');
    this.told = new Map(rows.map((row) => [row.kid, recordOf(row)]));
  }

  private async query<R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    const { client, release } = await this.database.client();
    try {
      return (await client.query<R>(sql, [...values])).rows;
    } finally {
      release();
    }
  }
}

function recordOf({ kid, member, x, valid_from: from, valid_to: to }: ToldRow): PublicKeyRecord {
  return {
    ...{ kid, member, key: publicKeyFromJwk({ kty: 'OKP', crv: 'Ed25519', kid, x }), validFrom: instantText(from) },
    ...(to === null ? {} : { validTo: instantText(to) }),
  };
}
