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
/** So long a timer stays with a process that died; one that lives renews it while its work takes longer. */
const LEASE_MS = 6_000;
const RENEW_MS = 2_000;
const CLAIM = `
with due as (select key, due_at from timer where due_at <= $1 order by due_at limit $3 for update skip locked),
  claimed as (update timer t set due_at = $2, attempts = t.attempts + 1 from due where t.key = due.key
    returning t.key, t.kind, t.subject, t.attempts)
select key, kind, subject, attempts from claimed join due using (key) order by due.due_at`;

/** What its own work has moved or holds at this moment is left to that work. */
const RENEW = `
with mine as (select key from timer where key = any($1) and due_at = $2 for update skip locked)
update timer t set due_at = $3 from mine where t.key = mine.key`;

/** When the next one is due, also one whose lease has to end first. */
const NEXT = 'select min(due_at) as due from timer where due_at is not null';

interface Claimed extends Woken {
  readonly key: string;
  readonly kind: string;
}

/** Until when timers that were claimed together, and whose work is not done, stay with this process. */
class Lease {
  readonly keys = new Set<string>();
  until: Date;

  constructor(now: Date) {
    this.until = this.begin(now);
  }

  begin(now: Date): Date {
    this.until = new Date(now.getTime() + LEASE_MS);
    return this.until;
  }
}

/**
 * Wakes what is due by the service's Clock. Several instances share the rows (SKIP LOCKED); whoever claims a row has it for
 * some seconds and renews that while it works, so that what failed or died with its process is woken again soon. A handler
 * must bear being woken twice.
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
    const lease = new Lease(this.clock.now());
    const claimed = await this.claim(lease);
    const renewal = setInterval(() => void this.renew(lease), RENEW_MS).unref();
    try {
      for (const { key, kind, ...woken } of claimed) {
        await this.wake(kind, woken);
        lease.keys.delete(key);
      }
    } finally {
      clearInterval(renewal);
    }
    const [next] = await this.rows<{ due: Date | null }>(NEXT);
    return next?.due ? { againInMs: this.msUntil(next.due) } : {};
  }

  private async wake(kind: string, woken: Woken): Promise<void> {
    try {
      await this.handlers.get(kind)?.(woken);
    } catch (error) {
      this.logger.warn({ err: error, kind }, 'a timer is woken again when its lease ends');
    }
  }

  private async claim(lease: Lease): Promise<Claimed[]> {
    const claimed = await this.rows<Claimed>(CLAIM, [this.clock.now(), lease.until, AT_ONCE]);
    for (const { key } of claimed) lease.keys.add(key);
    return claimed;
  }

  /** One that could not be renewed ends, and is woken elsewhere as well. */
  private async renew(lease: Lease): Promise<void> {
    const before = lease.until;
    lease.begin(this.clock.now());
    await this.rows(RENEW, [[...lease.keys], before, lease.until]).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'the lease of timers could not be renewed');
    });
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
