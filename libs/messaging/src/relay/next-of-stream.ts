interface Numbered<R> {
  stream(row: R): string;
  sequence(row: R): number;
}

const MOST_STREAMS = 50_000;

/** Remembers the last number sent of each stream, to tell whether handed-over rows may go out without asking the database. */
export class NextOfStream<R> {
  private readonly last = new Map<string, number>();

  constructor(private readonly rows: Numbered<R>) {}

  /** The rows to send (already sent ones dropped), or `undefined` when one is not the next of its stream. */
  take(candidates: readonly R[]): R[] | undefined {
    const local = new Map<string, number>();
    const fresh: R[] = [];
    for (const row of candidates) {
      const stream = this.rows.stream(row);
      const sequence = this.rows.sequence(row);
      const last = local.get(stream) ?? this.last.get(stream) ?? 0;
      if (sequence <= last) continue;
      if (sequence !== last + 1) return undefined;
      local.set(stream, sequence);
      fresh.push(row);
    }
    return fresh;
  }

  sent(rows: readonly R[]): void {
    for (const row of rows) {
      const stream = this.rows.stream(row);
      const last = this.last.get(stream) ?? 0;
      this.last.delete(stream);
      this.last.set(stream, Math.max(last, this.rows.sequence(row)));
    }
    for (const stream of this.last.keys()) {
      if (this.last.size <= MOST_STREAMS) return;
      this.last.delete(stream);
    }
  }

  forget(): void {
    this.last.clear();
  }
}
