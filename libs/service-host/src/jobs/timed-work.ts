import type { BackgroundPart, ProbeResult } from '../health/background-parts';

export interface TimedWorkOptions {
  readonly name: string;
  /** The longest time between two turns. */
  readonly everyMs: number;
  /** One turn; it says when it wants the next one, if sooner than `everyMs`. Must be repeatable and safe beside other instances. */
  readonly work: () => Promise<{ readonly againInMs?: number }>;
  /** A turn that failed is told and tried again with the next one. */
  readonly onFailure: (error: unknown) => void;
}

/** Work that only time brings: at the start, then every so often, sooner when somebody asks. One turn at a time. */
export class TimedWork implements BackgroundPart {
  readonly name: string;
  private timer?: NodeJS.Timeout;
  private dueAt = Infinity;
  private running: Promise<void> = Promise.resolve();
  private stopped = true;

  constructor(private readonly options: TimedWorkOptions) {
    this.name = options.name;
  }

  async start(): Promise<void> {
    this.stopped = false;
    this.wakeIn(0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  health(): ProbeResult {
    return { ready: true };
  }

  /** The next turn comes after this time at the latest, and never later than `everyMs`. */
  wakeIn(wantedMs: number): void {
    const delayMs = Math.min(wantedMs, this.options.everyMs);
    const dueAt = performance.now() + delayMs;
    if (this.stopped || dueAt >= this.dueAt) return;
    clearTimeout(this.timer);
    this.dueAt = dueAt;
    this.timer = setTimeout(() => {
      this.dueAt = Infinity;
      this.running = this.running.then(() => this.turn());
    }, delayMs).unref();
  }

  private async turn(): Promise<void> {
    if (this.stopped) return;
    let againInMs: number | undefined;
    try {
      ({ againInMs } = await this.options.work());
    } catch (error) {
      this.options.onFailure(error);
    }
    this.wakeIn(againInMs ?? Infinity);
  }
}
