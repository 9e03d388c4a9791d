import { Injectable, Logger } from '@nestjs/common';
import { addDays, Clock, idFloor, instantOf, localDate, millisecondOfDay } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { TimedWork } from '@lienthong/service-host';
import type { ClientBase } from 'pg';
import { BUS_MEMBER } from '../bus-address';
import { IntegrationBusConfig } from '../integration-bus.config';
import { BookQuestions } from './book-questions';
import { type Book, booksOf, gatherPages } from './books';
import { RunComparison } from './run-comparison';
import { beginRun } from './runs';
import { CLAIM_RUN, NIGHT_IS_DUE, WAIT_UNTIL } from './reconciliation.sql';

const EVERY_MS = 30_000;
const WHILE_ASKING_MS = 500;
const MINUTE_MS = 60_000;

export interface OpenRun {
  readonly id: string;
  readonly day: string;
  readonly from_at: Date;
  readonly to_at: Date;
  readonly due_at: Date;
  readonly seen_log_id: string;
}

/**
 * Compares at night what members sent and received the day before with the log: asks each member for its books, takes the
 * signed pages as they come, and compares when all are there or their time is over. Instances share the work by claiming.
 */
@Injectable()
export class Reconciler extends TimedWork {
  constructor(
    private readonly database: Database,
    private readonly questions: BookQuestions,
    private readonly comparison: RunComparison,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
  ) {
    const logger = new Logger('reconciliation');
    super({
      name: 'reconciliation',
      everyMs: EVERY_MS,
      work: () => this.round(),
      onFailure: (error) => logger.warn({ error: String(error), msg: 'the reconciliation waits' }),
    });
  }

  /** A run was begun: its first questions go out at once. */
  wake(): void {
    this.wakeIn(0);
  }

  private async round(): Promise<{ readonly againInMs?: number }> {
    await this.beginNight();
    const moved = await this.database.transaction(async (client) => {
      const { rows } = await client.query<OpenRun>(CLAIM_RUN);
      const [run] = rows;
      return run && { run, books: await this.advance(client, run) };
    });
    if (moved?.books) await this.comparison.end(moved.run, moved.books);
    return moved ? { againInMs: WHILE_ASKING_MS } : {};
  }

  private async beginNight(): Promise<void> {
    const now = this.clock.now();
    if (millisecondOfDay(now) < this.config.reconcileAtMinute * MINUTE_MS) return;
    const day = addDays(localDate(now), -1);
    await this.database.transaction(async (client) => {
      const today = idFloor(instantOf(localDate(now), 0));
      const { rows } = await client.query<{ due: boolean }>(NIGHT_IS_DUE, [day, today]);
      if (rows[0]?.due) await beginRun(client, { day, by: BUS_MEMBER, now, config: this.config, clock: this.clock });
    });
  }

  /** Returns the books when those that are waited for are there, or their time is over. */
  private async advance(client: ClientBase, run: OpenRun): Promise<readonly Book[] | undefined> {
    const now = this.clock.now();
    const dueAt = (await this.questions.begin(client, run.id)) ? await this.waitFrom(client, run, now) : run.due_at;
    await gatherPages(client, run);
    const books = await booksOf(client, run.id);
    const isWhole = books.every((book) => book.is_complete || !book.is_expected);
    const isAsked = await this.questions.ask(client, run, now);
    return (isWhole && !isAsked) || now >= dueAt ? books : undefined;
  }

  /** Runs are asked for one after another: the time of each begins with its first question. */
  private async waitFrom(client: ClientBase, run: OpenRun, now: Date): Promise<Date> {
    const dueAt = new Date(now.getTime() + this.config.reconcileWaitMs);
    await client.query(WAIT_UNTIL, [run.id, dueAt]);
    return dueAt;
  }
}
