import type { Delivery } from './delivery';

interface Waiting {
  readonly row: Delivery;
  readonly since: number;
}

export interface LineLimits {
  readonly rows: number;
  readonly bytes: number;
  /** What waited longer may have been set aside by another process meanwhile. */
  readonly ageMs: number;
  /** However fast a line moves, it ends after this time: what waits in the database alone has its turn. */
  readonly lifeMs: number;
}

const LIMITS: LineLimits = { rows: 5_000, bytes: 32 * 1024 * 1024, ageMs: 2_000, lifeMs: 10_000 };

/** Signature, path and attributes of a delivery in memory, roughly. */
export const ATTRIBUTES_BYTES = 2_000;

/** Deliveries that wait in memory until their recipient has room, in order, bounded together: the database has them all. */
export class WaitingLines {
  private readonly lines = new Map<string, Waiting[]>();
  private readonly begun = new Map<string, number>();
  private rows = 0;
  private bytes = 0;

  constructor(private readonly limits: LineLimits = LIMITS) {}

  has(recipient: string): boolean {
    return this.lines.has(recipient);
  }

  /** Whether it has waited too long to go out without being read again. */
  isOld(recipient: string): boolean {
    const first = this.lines.get(recipient)?.[0];
    if (!first) return false;
    const now = performance.now();
    return now - first.since > this.limits.ageMs || now - (this.begun.get(recipient) ?? 0) > this.limits.lifeMs;
  }

  /** Returns false when there is no place left. */
  add(row: Delivery): boolean {
    if (this.rows >= this.limits.rows || this.bytes + sizeOf(row) > this.limits.bytes) return false;
    const line = this.lines.get(row.recipient) ?? [];
    if (line.length === 0) this.begun.set(row.recipient, performance.now());
    line.push({ row, since: performance.now() });
    this.lines.set(row.recipient, line);
    this.count(row, 1);
    return true;
  }

  take(recipient: string, limit: number): Delivery[] {
    const line = this.lines.get(recipient);
    if (!line || limit <= 0) return [];
    const taken = line.splice(0, limit).map(({ row }) => row);
    if (line.length === 0) this.lines.delete(recipient);
    for (const row of taken) this.count(row, -1);
    return taken;
  }

  /** Those that went out another way. */
  remove(rows: readonly Delivery[]): void {
    const gone = new Set(rows.map(({ recipient, logId }) => `${recipient}|${logId}`));
    for (const recipient of new Set(rows.map((row) => row.recipient))) {
      const line = this.lines.get(recipient) ?? [];
      const left = line.filter(({ row }) => !gone.has(`${recipient}|${row.logId}`));
      for (const { row } of line) if (gone.has(`${recipient}|${row.logId}`)) this.count(row, -1);
      if (left.length > 0) this.lines.set(recipient, left);
      else this.lines.delete(recipient);
    }
  }

  drop(recipient: string): void {
    this.take(recipient, Infinity);
  }

  recipients(): string[] {
    return [...this.lines.keys()];
  }

  private count(row: Delivery, sign: 1 | -1): void {
    this.rows += sign;
    this.bytes += sign * sizeOf(row);
  }
}

function sizeOf(row: Delivery): number {
  return row.value.length + ATTRIBUTES_BYTES;
}
