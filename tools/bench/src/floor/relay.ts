/** How rows that are committed leave. */
export interface RelayOptions<R, A> {
  /** Rows come from memory after their commit; otherwise they are claimed from the database. */
  readonly handOver: boolean;
  readonly claim: () => Promise<readonly R[]>;
  /** Produces rows, and answers that need no row. */
  readonly send: (rows: readonly R[], answers: readonly A[]) => Promise<void>;
  readonly mark: (rows: readonly R[]) => Promise<unknown>;
}

const AT_ONCE = 500;

/** One loop per process: rows leave in the order of their commits, whatever gathered meanwhile in one request. */
export class Relay<R, A> {
  private rows: R[] = [];
  private answers: A[] = [];
  private woken = false;
  private running = false;
  /** What an earlier process left unsent is in no memory. */
  private claimNeeded = true;

  constructor(private readonly options: RelayOptions<R, A>) {}

  /** Sends what waits in the database since before the start. */
  start(): Promise<void> {
    this.woken = true;
    return this.run();
  }

  wake(rows: readonly R[], answers: readonly A[] = []): void {
    if (this.options.handOver) this.rows.push(...rows);
    this.answers.push(...answers);
    this.woken = true;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    const { handOver, send, mark } = this.options;
    this.running = true;
    while (this.woken || this.rows.length > 0) {
      this.woken = false;
      const rows = await this.take();
      const answers = this.answers.splice(0);
      if (rows.length + answers.length === 0) continue;
      await send(rows, answers);
      const marked = rows.length > 0 ? mark(rows) : Promise.resolve();
      // a claim must not find again what was just sent; rows in memory are known to be new
      if (!handOver || this.claimNeeded) await marked;
      if (rows.length === AT_ONCE) this.woken = true;
    }
    this.running = false;
  }

  private async take(): Promise<readonly R[]> {
    if (this.options.handOver && !this.claimNeeded) return this.rows.splice(0, AT_ONCE);
    const rows = await this.options.claim();
    if (rows.length < AT_ONCE) this.claimNeeded = false;
    return rows;
  }
}
