import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { PinoLogger } from 'nestjs-pino';
import { ServiceConfig } from '../config/service.config';
import { BackgroundParts } from '../health/background-parts';
import { TimedWork } from '../jobs/timed-work';

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

/** When the next one is due, also one whose lease has to end first. */
const NEXT = 'select min(due_at) as due from timer where due_at is not null';

/**
 * Wakes what is due by the service's Clock. Several instances share the rows (SKIP LOCKED); whoever claims a row has it for
 * half a minute, so that work that failed or died with its process is woken again. A handler must bear being woken twice.
 */
@Injectable()
export class TimerWorker {
  private readonly handlers = new Map<string, Wake>();
  private readonly timed: TimedWork;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    config: ServiceConfig,
    private readonly logger: PinoLogger,
    parts: BackgroundParts,
  ) {
    logger.setContext(TimerWorker.name);
    const onFailure = (error: unknown): void => logger.warn({ err: error }, 'timers are looked at again');
    this.timed = new TimedWork({ name: 'timers', everyMs: config.timerPollMs, onFailure, work: () => this.round() });
    parts.add(this.timed);
  }

  /** Says who is woken for timers of a kind. */
  when(kind: string, wake: Wake): void {
    this.handlers.set(kind, wake);
  }

  /** A timer of this process stands for that instant. */
  wakeAt(dueAt: Date): void {
    this.timed.wakeIn(this.msUntil(dueAt));
  }

  private async round(): Promise<{ readonly againInMs?: number }> {
    for (const { kind, ...woken } of await this.claim()) {
      try {
        await this.handlers.get(kind)?.(woken);
      } catch (error) {
        this.logger.warn({ err: error, kind }, 'a timer is woken again when its lease ends');
      }
    }
    const [next] = await this.rows<{ due: Date | null }>(NEXT);
    return next?.due ? { againInMs: this.msUntil(next.due) } : {};
  }

  private claim(): Promise<(Woken & { readonly kind: string })[]> {
    const now = this.clock.now();
    return this.rows(CLAIM, [now, new Date(now.getTime() + LEASE_MS), AT_ONCE]);
  }

  private msUntil(dueAt: Date): number {
    return Math.max(0, dueAt.getTime() - this.clock.now().getTime());
  }

  private async rows<R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    const { client, release } = await this.database.client();
    try {
      return (await client.query<R>(sql, [...values])).rows;
    } finally {
      release();
    }
  }
}
