import type { MemoryLimits } from './handed-over';

const LIMITS: MemoryLimits = { rows: 10_000, bytes: 16 * 1024 * 1024 };

/** A row that was produced, and the business time at which producing began: no recipient can have handled it before. */
export interface Sent<R> {
  readonly row: R;
  readonly sentAt: Date;
}

/** Rows that were produced and not marked in the database yet. */
export class Unmarked<R> {
  private sent: Sent<R>[] = [];
  private bytes = 0;

  constructor(
    private readonly bytesOf: (row: R) => number,
    private readonly limits: MemoryLimits = LIMITS,
  ) {}

  get length(): number {
    return this.sent.length;
  }

  /** Whether they take too much memory to wait any longer. */
  get isFull(): boolean {
    return this.sent.length >= this.limits.rows || this.bytes >= this.limits.bytes;
  }

  add(rows: readonly R[], sentAt: Date): void {
    for (const row of rows) {
      this.sent.push({ row, sentAt });
      this.bytes += this.bytesOf(row);
    }
  }

  /** These need no mark any more: they were answered, or are to go out again. */
  forget(isSettled: (row: R) => boolean): void {
    if (this.sent.length === 0) return;
    this.sent = this.sent.filter(({ row }) => !isSettled(row));
    this.bytes = this.sent.reduce((sum, { row }) => sum + this.bytesOf(row), 0);
  }

  /** All of them, once. */
  take(): Sent<R>[] {
    const { sent } = this;
    this.sent = [];
    this.bytes = 0;
    return sent;
  }
}
