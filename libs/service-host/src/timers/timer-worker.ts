import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { PinoLogger } from 'nestjs-pino';
import { ServiceConfig } from '../config/service.config';
import { type BackgroundPart, BackgroundParts, type ProbeResult } from '../health/background-parts';

/** A timer whose time has come. */
export interface Woken {
  readonly subject: string;
  /** How often it was woken since it was set, this time included. */
  readonly attempts: number;
}

/** Does in a transaction of its own what is to be done, and sets, clears or puts off the timer in the same one. */
export type Wake = (woken: Woken) => Promise<void>;

const AT_ONCE = 20;
const LEASE_MS = 30_000;
const CLAIM = `
with due as (select key, due_at from timer where due_at <= $1 order by due_at limit $3 for update skip locked),
  claimed as (update timer t set due_at = $2, attempts = t.attempts + 1 from due where t.key = due.key
    returning t.key, t.kind, t.subject, t.attempts)
select kind, subject, attempts from claimed join due using (key) order by due.due_at`;

/**
 * Wakes what is due by the service's Clock. Several instances share the rows (SKIP LOCKED); whoever claims a row has it for
 * half a minute, so that work that failed or died with its process is woken again. A handler must bear being woken twice.
 */
@Injectable()
export class TimerWorker implements BackgroundPart {
  readonly name = 'timers';
  private readonly handlers = new Map<string, Wake>();
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private stopped = true;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: ServiceConfig,
    private readonly logger: PinoLogger,
    parts: BackgroundParts,
  ) {
    this.logger.setContext(TimerWorker.name);
    parts.add(this);
  }

  /** Says who is woken for timers of a kind. */
  when(kind: string, wake: Wake): void {
    this.handlers.set(kind, wake);
  }

  async start(): Promise<void> {
    this.stopped = false;
    this.next();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  health(): ProbeResult {
    return { ready: !this.stopped };
  }

  private next(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round()
        .catch((error: unknown) => this.logger.warn({ err: error }, 'timers are looked at again'))
        .finally(() => this.next());
    }, this.config.timerPollMs).unref();
  }

  private async round(): Promise<void> {
    for (const { kind, ...woken } of await this.claim()) {
      if (this.stopped) return;
      try {
        await this.handlers.get(kind)?.(woken);
      } catch (error) {
        this.logger.warn({ err: error, kind }, 'a timer is woken again when its lease ends');
      }
    }
  }

  private async claim(): Promise<readonly (Woken & { readonly kind: string })[]> {
    const now = this.clock.now();
    const { client, release } = await this.database.client();
    try {
      const { rows } = await client.query(CLAIM, [now, new Date(now.getTime() + LEASE_MS), AT_ONCE]);
      return rows as (Woken & { readonly kind: string })[];
    } finally {
      release();
    }
  }
}
