import { BookPageV1, type BookWantedV1, messageOf } from '@lienthong/envelope';
import type { Database } from '@lienthong/persistence';
import type { Producer } from 'kafkajs';
import { DependableProducer } from '../kafka/dependable-producer';
import type { KafkaLogger } from '../kafka/kafka-client';
import type { ProtocolWriter } from '../protocol/protocol-writer';
import { readPage } from './book-pages';

export interface BooksOptions {
  readonly member: string;
  readonly database: Database;
  readonly writer: ProtocolWriter;
  readonly producer: () => Producer;
  readonly logger: KafkaLogger;
}

/** Pages that one question is answered with; the bus asks on after the last one that it got. */
const MOST_PAGES = 50;
/** Questions that wait at a time; what is left out is asked again. */
const MOST_WAITING = 8;

/** Shows the bus this member's books, page by page, beside the messages: identities, numbers and hashes, no content. */
export class Books {
  private readonly producer: DependableProducer;
  private showing: Promise<void> = Promise.resolve();
  private waiting = 0;
  private stopped = false;

  constructor(private readonly options: BooksOptions) {
    this.producer = new DependableProducer(options.producer);
  }

  /** In the background; what fails is asked for again. */
  show(wanted: readonly BookWantedV1[]): void {
    for (const one of wanted) {
      if (this.waiting >= MOST_WAITING) return;
      this.waiting += 1;
      this.showing = this.showing
        .then(() => this.showPages(one))
        .catch((error: unknown) => this.options.logger.warn({ error: String(error) }, 'a book could not be shown'))
        .finally(() => (this.waiting -= 1));
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.showing;
    await this.producer.disconnect();
  }

  private async showPages(wanted: BookWantedV1): Promise<void> {
    const { member, database, writer } = this.options;
    let after = wanted.after;
    for (let pages = 0; pages < MOST_PAGES && !this.stopped; pages += 1) {
      const { client, release } = await database.client();
      const asked = { ...wanted, ...(after === undefined ? {} : { after }) };
      const page = await readPage(client, member, asked).finally(() => release());
      await this.producer.send([writer.records(messageOf(BookPageV1), [page])]);
      if (page.next === undefined) return;
      after = page.next;
    }
  }
}
