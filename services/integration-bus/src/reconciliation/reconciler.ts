import { Injectable, Logger } from '@nestjs/common';
import { BookWantedV1, messageOf } from '@lienthong/envelope';
import { addDays, Clock, idFloor, instantOf, instantText, localDate, millisecondOfDay } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { type BackgroundPart, type ProbeResult, TimedWork } from '@lienthong/service-host';
import type { ClientBase } from 'pg';
import { BUS_MEMBER } from '../bus-address';
import { IntegrationBusConfig } from '../integration-bus.config';
import { ProtocolPost } from '../protocol-post';
import { type Book, booksOf, gatherPages } from './books';
import { RunComparison } from './run-comparison';
import { beginRun } from './runs';
import { BEGIN_BOOKS, BOOKS_TO_ASK, CLAIM_RUN, NIGHT_IS_DUE } from './reconciliation.sql';

const EVERY_MS = 30_000;
const WHILE_ASKING_MS = 500;
const ASK_AGAIN_MS = 10_000;
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
export class Reconciler implements BackgroundPart {
  readonly name = 'reconciliation';
  private readonly logger = new Logger(Reconciler.name);
  private readonly work: TimedWork;

  constructor(
    private readonly database: Database,
    private readonly post: ProtocolPost,
    private readonly comparison: RunComparison,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
  ) {
    this.work = new TimedWork({
      name: this.name,
      everyMs: EVERY_MS,
      work: () => this.turn(),
      onFailure: (error) => this.logger.warn({ error: String(error), msg: 'the reconciliation waits' }),
    });
  }

  start(): Promise<void> {
    return this.work.start();
  }

  stop(): Promise<void> {
    return this.work.stop();
  }

  health(): ProbeResult {
    return this.work.health();
  }

  /** A run was begun: its first questions go out at once. */
  wake(): void {
    this.work.wakeIn(0);
  }

  private async turn(): Promise<{ readonly againInMs?: number }> {
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

  /** Returns the books when they are all there, or their time is over. */
  private async advance(client: ClientBase, run: OpenRun): Promise<readonly Book[] | undefined> {
    await client.query(BEGIN_BOOKS, [run.id, this.post.members]);
    await gatherPages(client, run);
    const books = await booksOf(client, run.id);
    const now = this.clock.now();
    if (books.every((book) => book.is_complete) || now >= run.due_at) return books;
    await this.askForBooks(client, run, now);
    return undefined;
  }

  private async askForBooks(
    client: ClientBase,
    { id: run, from_at: from, to_at: to }: OpenRun,
    now: Date,
  ): Promise<void> {
    const before = new Date(now.getTime() - ASK_AGAIN_MS);
    const { rows } = await client.query<{ member: string; side: 'sent' | 'received'; next_place: string }>(
      BOOKS_TO_ASK,
      [run, before, now],
    );
    const span = { run, from: instantText(from), to: instantText(to) };
    await this.post.send(
      rows.map(({ member, side, next_place: after }) => ({
        ...{ member, definition: messageOf(BookWantedV1) },
        body: { ...span, side, ...(after === '' ? {} : { after }) },
      })),
    );
  }
}
