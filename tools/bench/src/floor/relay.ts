/** How rows that are committed leave. */
export interface RelayOptions<R> {
  /** Rows come from memory after their commit; otherwise they are claimed from the database. */
  readonly handOver: boolean;
  readonly claim: () => Promise<readonly R[]>;
  /** Produces rows, and answers that need no row. */
  readonly send: (rows: readonly R[], answers: readonly string[]) => Promise<void>;
  readonly mark: (rows: readonly R[]) => Promise<void>;
}

const AT_ONCE = 500;

/** One loop per process: rows leave in the order of their commits, whatever gathered meanwhile in one request. */
export class Relay<R> {
  private readonly rows: R[] = [];
  private answers: string[] = [];
  private woken = false;
  private running = false;

  constructor(private readonly options: RelayOptions<R>) {}

  wake(rows: readonly R[], answers: readonly string[] = []): void {
    if (this.options.handOver) this.rows.push(...rows);
    this.answers.push(...answers);
    this.woken = true;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    const { handOver, claim, send, mark } = this.options;
    this.running = true;
    while (this.woken || this.rows.length > 0) {
      this.woken = false;
      const rows = handOver ? this.rows.splice(0, AT_ONCE) : await claim();
      const answers = this.answers.splice(0);
      if (rows.length + answers.length === 0) continue;
      await send(rows, answers);
      const marked = rows.length > 0 ? mark(rows) : Promise.resolve();
      // a claim must not find again what was just sent; rows in memory are known to be new
      if (!handOver) await marked;
      if (!handOver && rows.length > 0) this.woken = true;
    }
    this.running = false;
  }
}
