import { messageOf, RestoredV1 } from '@lienthong/envelope';
import { type Clock, instantText } from '@lienthong/kernel';
import type { Database } from '@lienthong/persistence';
import type { Producer } from 'kafkajs';
import { DependableProducer } from '../kafka/dependable-producer';
import type { KafkaLogger } from '../kafka/kafka-client';
import type { ProtocolWriter } from '../protocol/protocol-writer';
import { TOLD, UNTOLD } from './restore.sql';

export interface TellRestoredOptions {
  readonly clock: Clock;
  readonly database: Database;
  readonly writer: ProtocolWriter;
  readonly producer: () => Producer;
  readonly logger: KafkaLogger;
}

const AGAIN_MS = 5_000;

/** After a restore: tells the bus to which time this member's database went back, so that it delivers again what came since. */
export class TellRestored {
  private readonly producer: DependableProducer;
  private timer?: NodeJS.Timeout;
  private telling: Promise<void> = Promise.resolve();

  constructor(private readonly options: TellRestoredOptions) {
    this.producer = new DependableProducer(options.producer);
  }

  start(): void {
    this.telling = this.tell().catch((error: unknown) => {
      this.options.logger.warn({ error: String(error) }, 'the bus could not be told of the restore; it is tried again');
      this.timer = setTimeout(() => this.start(), AGAIN_MS).unref();
    });
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    await this.telling;
    await this.producer.disconnect();
  }

  private async tell(): Promise<void> {
    const { clock, database, writer } = this.options;
    const { client, release } = await database.client();
    try {
      for (;;) {
        const { rows } = await client.query<{ epoch: number; back_to: Date }>(UNTOLD);
        if (!rows[0]) return;
        await this.producer.send([writer.records(messageOf(RestoredV1), [{ since: instantText(rows[0].back_to) }])]);
        await client.query(TOLD, [rows[0].epoch, clock.now()]);
      }
    } finally {
      release();
    }
  }
}
