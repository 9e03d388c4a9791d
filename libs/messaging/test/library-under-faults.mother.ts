import { eventually } from '@lienthong/testing';
import { Logger } from '@nestjs/common';
import { GatheringConsumer, type WireRecord } from '../src';
import { Book, PageAddedV1 } from './books.mother';
import { quiet } from './consumers.mother';
import { delivered } from './deliveries.mother';
import { Library } from './library.mother';
import type { InstanceOptions, LibraryInstance, PageHandler } from './library-instance.mother';

/** Nothing is sent again for want of the bus's answer: there is no bus. */
const NEVER_MS = 600_000;
/** Short, so that half-open connections are noticed early. */
const STATEMENT_MS = 2_000;
const SETTLED_MS = 60_000;

/** A batch that failed, and the wait of its partitions. */
interface Failed {
  readonly attempt: number;
  waitMs: number;
  at: number;
}

/**
 * One instance of the member `library` whose broker and database may fail, watched past every fault: what it was sent,
 * what came of it in its database and on the wire, and how it waited meanwhile.
 */
export class LibraryUnderFaults {
  /** Times at which its consumer took batches. */
  private batches: number[] = [];
  private failed: Failed[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly sent: { readonly key: string | null; readonly id: string; readonly pages: number }[] = [];
  private readonly reader: GatheringConsumer;
  private started?: LibraryInstance;

  private constructor(readonly library: Library) {
    const { kafka, out, group } = library.topics;
    this.reader = new GatheringConsumer({
      ...{ kafka, groupId: `${group}.reader`, topics: [out], maxBatch: 500, logger: quiet },
      process: async (records) => void this.sent.push(...records.map(copyOf)),
    });
  }

  static async open(options: InstanceOptions = {}): Promise<LibraryUnderFaults> {
    const watched = new LibraryUnderFaults(await Library.open());
    await watched.start(options);
    return watched;
  }

  get instance(): LibraryInstance {
    if (!this.started) throw new Error('the member has not started');
    return this.started;
  }

  /** Sends so many pages for each book, past every fault; numbers go on where they were. */
  async deliver(books: readonly string[], pagesEach: number, ballast = 0): Promise<void> {
    const records = Array.from({ length: pagesEach }).flatMap(() => books.map((book) => this.page(book, ballast)));
    await this.library.topics.deliver(records);
  }

  /** Waits until every page of these books was handled once, in order, reported on the wire, and its offset committed. */
  async settled(books: readonly string[]): Promise<void> {
    const wanted = books.map((book) => `${book}: ${this.expected(book).join()}`).join('\n');
    const handled = async (): Promise<string> => {
      const copies = await this.library.handledOf(books);
      return books.map((book) => `${book}: ${copies.get(book)?.join()}`).join('\n');
    };
    const onWire = (): string => books.map((book) => `${book}: ${this.onWire(book).join()}`).join('\n');
    await eventually(async () => (await handled()) === wanted, { timeoutMs: SETTLED_MS, describe: handled });
    await eventually(() => onWire() === wanted, { timeoutMs: SETTLED_MS, describe: onWire });
    await eventually(() => this.library.topics.areCommitted(), {
      timeoutMs: SETTLED_MS,
      describe: 'all offsets committed',
    });
  }

  rows<R extends object>(sql: string): Promise<R[]> {
    return this.library.rows<R>(sql);
  }

  /** Messages of batches that went through. */
  get processed(): number {
    return this.instance.messaging.consumerState()?.records ?? 0;
  }

  /** Batches that failed since `forgetFailures`. */
  get failures(): number {
    return this.failed.length;
  }

  /** Waits that full jitter may have drawn: bounded by the doubled delay, and not one like the other. */
  expectBackOff(): void {
    expect(this.failed.length).toBeGreaterThanOrEqual(2);
    for (const { attempt, waitMs } of this.failed)
      expect(waitMs).toBeLessThanOrEqual(Math.min(5_000, 50 * 2 ** attempt));
    expect(new Set(this.failed.map(({ waitMs }) => waitMs)).size).toBe(this.failed.length);
  }

  /** Batches failed, and the consumer was given nothing while their partitions waited. */
  expectPaused(): void {
    expect(this.failed.length).toBeGreaterThan(0);
    for (const { waitMs, at } of this.failed) {
      expect(this.batches.filter((takenAt) => takenAt > at && takenAt < at + waitMs - 5)).toEqual([]);
    }
  }

  forgetFailures(): void {
    this.batches = [];
    this.failed = [];
  }

  async close(): Promise<void> {
    await this.reader.stop();
    await this.library.close();
  }

  private async start(options: InstanceOptions): Promise<void> {
    Logger.overrideLogger({
      ...{ log: () => undefined, error: () => undefined },
      warn: (facts: object) => this.heard(facts),
      debug: (facts: object) => this.heard(facts),
    });
    await this.library.topics.ensure();
    await this.reader.start();
    const observer = { batch: () => void this.batches.push(performance.now()), handler: () => undefined };
    const limits = { statementTimeoutMs: STATEMENT_MS, resendAfterMs: NEVER_MS, sessionTimeoutMs: 6_000 };
    this.started = await this.library.instance(addPage, { ...limits, observer, ...options });
  }

  /** The consumer logs each failed batch, then the wait that it drew. */
  private heard(facts: object): void {
    const at = performance.now();
    if ('attempt' in facts && 'records' in facts)
      this.failed.push({ attempt: Number(facts.attempt), waitMs: Number.NaN, at });
    const last = this.failed.at(-1);
    if ('waitMs' in facts && last) Object.assign(last, { waitMs: Number(facts.waitMs), at });
  }

  private page(book: string, ballast: number): WireRecord {
    const number = (this.numbers.get(book) ?? 0) + 1;
    this.numbers.set(book, number);
    const body = { book, pages: number, ...(ballast ? { ballast: 'x'.repeat(ballast) } : {}) };
    return delivered({ book, number, body });
  }

  private expected(book: string): number[] {
    return Array.from({ length: this.numbers.get(book) ?? 0 }, (_, i) => i + 1);
  }

  /** Pages of the copy as its readers see them: repeats of an id, which the bus drops, are left out. */
  private onWire(book: string): number[] {
    const firsts = new Map<string, number>();
    for (const { key, id, pages } of this.sent)
      if (key === `document:copy-of-${book}` && !firsts.has(id)) firsts.set(id, pages);
    return [...firsts.values()];
  }
}

/** Adds one page, however many the message names, and reports it by a message about the copy. */
const addPage: PageHandler = async ({ body: { book, pages }, office }, work) => {
  const known = await work.find(Book, book);
  work.save(Book, { name: book, pages: (known?.pages ?? 0) + 1 });
  const to = [{ member: 'tax', office: 'bien-hoa' }];
  work.send(PageAddedV1, { book: `copy-of-${book}`, pages }, { fromOffice: office, to });
};

function copyOf({ key, headers, value }: WireRecord): { key: string | null; id: string; pages: number } {
  const { pages } = JSON.parse(String(value)) as PageAddedV1;
  return { key, id: String(headers.ce_id), pages };
}
