import { Injectable, Logger } from '@nestjs/common';
import { Clock, newId } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import type { ClientBase } from 'pg';
import { BUS_MEMBER } from '../bus-address';
import { appendLog } from '../log/append-log';
import { CurrentRegistry } from '../members/current-registry';
import type { Book } from './books';
import { type Compared, type ComparedRun, Comparison } from './comparison';
import { END_RUN, LOCK_RUN, UNLOCK_RUN } from './reconciliation.sql';
import { ReconciliationReport } from './reconciliation-report';

export interface EndedRun extends ComparedRun {
  readonly day: string;
}

/** Ends a run: compares the books that came with the log, and keeps the report as an entry. */
@Injectable()
export class RunComparison {
  private readonly logger = new Logger('reconciliation');

  constructor(
    private readonly database: Database,
    private readonly registry: CurrentRegistry,
    private readonly clock: Clock,
  ) {}

  /** Does nothing when another instance is at it. */
  async end(run: EndedRun, books: readonly Book[]): Promise<void> {
    const { client, release } = await this.database.client();
    try {
      const { rows } = await client.query<{ held: boolean; is_open: boolean }>(LOCK_RUN, [run.id]);
      if (rows[0]?.held && rows[0].is_open) await this.compareAndKeep(client, run, books);
      if (rows[0]?.held) await client.query(UNLOCK_RUN, [run.id]);
      release();
    } catch (error) {
      release(true);
      throw error;
    }
  }

  private async compareAndKeep(client: ClientBase, run: EndedRun, books: readonly Book[]): Promise<void> {
    const report = new ReconciliationReport(this.database, run.id);
    await report.begin();
    const compared = await this.compare(client, run, { books, report });
    const digest = await report.end();
    const { missing, notCompared } = withoutBooks(books);
    const { counts } = report;
    const now = this.clock.now();
    const logId = newId(this.clock);
    const content = {
      act: 'reconciliation',
      run: run.id,
      day: run.day,
      compared,
      missing,
      notCompared,
      counts,
      digest,
    };
    const kept = JSON.stringify({ books: compared, missing, notCompared, digest });
    await this.database.transaction(async (writer) => {
      await appendLog(writer, [{ logId, kind: 'admin', acceptedAt: now, verdict: { outcome: 'accepted' }, content }]);
      await writer.query(END_RUN, [run.id, now, kept, JSON.stringify(counts), logId]);
    });
    this.tell(run.day, { counts, missing, notCompared });
  }

  /** With one snapshot; what is found is written beside. */
  private async compare(
    client: ClientBase,
    run: EndedRun,
    { books, report }: { readonly books: readonly Book[]; readonly report: ReconciliationReport },
  ): Promise<readonly Compared[]> {
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
    await client.query('commit');
    return comparison.compared;
  }

  private tell(day: string, { counts, missing, notCompared }: WithoutBooks & { readonly counts: Counts }): void {
    const differences = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const facts = { day, differences, counts, missingBooks: missing.length, notCompared: notCompared.length };
    const isWhole = missing.length + notCompared.length === 0;
    if (differences > 0) this.logger.error({ alarm: true, ...facts, msg: 'books and log differ' });
    else
      this.logger.log({
        ...facts,
        msg: isWhole ? 'books and log agree' : 'the books that there are and the log agree',
      });
  }
}

type Counts = Readonly<Record<string, number>>;

interface WithoutBooks {
  /** Books that were expected and did not come in time. */
  readonly missing: readonly { readonly member: string; readonly side: string }[];
  /** Members that show the bus no books. */
  readonly notCompared: readonly string[];
}

function withoutBooks(books: readonly Book[]): WithoutBooks {
  const incomplete = books.filter((book) => !book.is_complete);
  const unexpected = incomplete.filter((book) => !book.is_expected).map(({ member }) => member);
  const expected = incomplete.filter((book) => book.is_expected);
  return {
    missing: expected.map(({ member, side }) => ({ member, side })),
    notCompared: [...new Set(unexpected)],
  };
}
