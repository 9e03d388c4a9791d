/** A row that was produced, and the business time at which producing began: no recipient can have handled it before. */
export interface Sent<R> {
  readonly row: R;
  readonly sentAt: Date;
}

/** Rows that were produced and not marked in the database yet. */
export class Unmarked<R> {
  private sent: Sent<R>[] = [];

  get length(): number {
    return this.sent.length;
  }

  add(rows: readonly R[], sentAt: Date): void {
    for (const row of rows) this.sent.push({ row, sentAt });
  }

  /** These need no mark any more: they were answered, or are to go out again. */
  forget(isSettled: (row: R) => boolean): void {
    if (this.sent.length > 0) this.sent = this.sent.filter(({ row }) => !isSettled(row));
  }

  /** All of them, once. */
  take(): Sent<R>[] {
    const { sent } = this;
    this.sent = [];
    return sent;
  }
}
