export interface MemoryLimits {
  readonly rows: number;
  readonly bytes: number;
}

const LIMITS: MemoryLimits = { rows: 2_000, bytes: 32 * 1024 * 1024 };

/** Rows that wait in memory for the relay, in order, bounded in number and bytes: the database has them all. */
export class HandedOver<R> {
  private rows: R[] = [];
  private bytes = 0;

  constructor(
    private readonly bytesOf: (row: R) => number,
    private readonly limits: MemoryLimits = LIMITS,
  ) {}

  get length(): number {
    return this.rows.length;
  }

  /** Takes all of them or none; without room the relay asks the database. */
  add(rows: readonly R[]): boolean {
    const bytes = this.sizeOf(rows);
    if (this.rows.length + rows.length > this.limits.rows || this.bytes + bytes > this.limits.bytes) return false;
    this.rows.push(...rows);
    this.bytes += bytes;
    return true;
  }

  take(limit: number): R[] {
    const taken = this.rows.splice(0, limit);
    this.bytes -= this.sizeOf(taken);
    return taken;
  }

  clear(): void {
    this.rows = [];
    this.bytes = 0;
  }

  private sizeOf(rows: readonly R[]): number {
    return rows.reduce((sum, row) => sum + this.bytesOf(row), 0);
  }
}
