import { Injectable, Logger } from '@nestjs/common';
import { Clock, newId } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import type { ClientBase } from 'pg';
import { BUS_MEMBER } from '../bus-address';
import { appendLog } from '../log/append-log';
import { CurrentRegistry } from '../members/current-registry';
import type { Book } from './books';
import { type Compared, Comparison } from './comparison';
import type { OpenRun } from './reconciler';
import { END_RUN } from './reconciliation.sql';
import { ReconciliationReport } from './reconciliation-report';

/** Ends a run: compares the books that came with the log, and keeps the report as an entry. */
@Injectable()
export class RunComparison {
  private readonly logger = new Logger('reconciliation');

  constructor(
    private readonly database: Database,
    private readonly registry: CurrentRegistry,
    private readonly clock: Clock,
  ) {}

  /** In the transaction that has claimed the run. */
  async end(client: ClientBase, run: OpenRun, books: readonly Book[]): Promise<void> {
    const report = new ReconciliationReport(client, run.id);
    await report.begin();
    const compared = await this.compare(run, books, report);
    const digest = await report.end();
    const missing = books.filter((book) => !book.is_complete).map(({ member, side }) => ({ member, side }));
    const now = this.clock.now();
    const logId = newId(this.clock);
    const { day } = run;
    const content = { act: 'reconciliation', run: run.id, day, compared, missing, counts: report.counts, digest };
    const entry = { logId, kind: 'admin', acceptedAt: now, verdict: { outcome: 'accepted' }, content } as const;
    await appendLog(client, [entry]);
    const columns = [
      run.id,
      now,
      JSON.stringify({ books: compared, missing, digest }),
      JSON.stringify(report.counts),
      logId,
    ];
    await client.query(END_RUN, columns);
    this.tell(day, { counts: report.counts, missing });
  }

  /** Reads with one snapshot, on a connection of its own. */
  private async compare(
    run: OpenRun,
    books: readonly Book[],
    report: ReconciliationReport,
  ): Promise<readonly Compared[]> {
    const { client, release } = await this.database.client();
    try {
      await client.query('begin isolation level repeatable read read only');
      const comparison = new Comparison(client, run, (difference) => report.add(difference));
      const complete = (member: string, side: string): Book | undefined =>
        books.find((book) => book.member === member && book.side === side && book.is_complete);
      for (const member of this.registry.now.members.keys()) {
        if (member === BUS_MEMBER) continue;
        await comparison.ofSender(member, complete(member, 'sent'));
        const inbox = complete(member, 'received');
        if (inbox) await comparison.ofRecipient(member, inbox);
      }
      await comparison.ofBus();
      return comparison.compared;
    } finally {
      await client.query('rollback').catch(() => undefined);
      release();
    }
  }

  private tell(
    day: string,
    { counts, missing }: { counts: Readonly<Record<string, number>>; missing: readonly object[] },
  ): void {
    const differences = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const facts = { day, differences, counts, missingBooks: missing.length };
    if (differences > 0) this.logger.error({ alarm: true, ...facts, msg: 'books and log differ' });
    else this.logger.log({ ...facts, msg: 'books and log agree' });
  }
}
