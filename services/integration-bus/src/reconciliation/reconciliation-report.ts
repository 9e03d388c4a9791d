import { createHash, type Hash } from 'node:crypto';
import { canonicalBytes } from '@lienthong/envelope';
import type { Database } from '@lienthong/persistence';
import type { Difference } from './difference';
import { FORGET_DIFFERENCES, KEEP_DIFFERENCES } from './reconciliation.sql';

const AT_ONCE = 200;

/** The differences of a run on their way into the database, counted by kind and hashed in their order. */
export class ReconciliationReport {
  readonly counts: Record<string, number> = {};
  private waiting: Difference[] = [];
  private readonly hash: Hash = createHash('sha256');

  constructor(
    private readonly database: Database,
    private readonly run: string,
  ) {}

  /** What an earlier attempt has left is forgotten. */
  async begin(): Promise<void> {
    await this.query(FORGET_DIFFERENCES, [this.run]);
  }

  async add(difference: Difference): Promise<void> {
    const { kind, member, sender, id, stream, facts } = difference;
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    this.hash.update(canonicalBytes({ kind, member, sender, id, stream, facts }));
    this.waiting.push(difference);
    if (this.waiting.length >= AT_ONCE) await this.write();
  }

  /** SHA-256 of all of them, hexadecimal. */
  async end(): Promise<string> {
    await this.write();
    return this.hash.digest('hex');
  }

  private async query(sql: string, parameters: readonly unknown[]): Promise<void> {
    const { client, release } = await this.database.client();
    await client.query(sql, [...parameters]).finally(() => release());
  }

  private async write(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    if (rows.length === 0) return;
    await this.query(KEEP_DIFFERENCES, [
      this.run,
      rows.map((row) => row.kind),
      rows.map((row) => row.member),
      rows.map((row) => row.sender),
      rows.map((row) => row.id),
      rows.map((row) => row.stream),
      rows.map((row) => JSON.stringify(row.facts)),
    ]);
  }
}
