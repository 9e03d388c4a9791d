import type { AcknowledgedMessage } from '@lienthong/envelope';
import { type Clock, instantText } from '@lienthong/kernel';
import type { Producer } from 'kafkajs';
import type { KafkaLogger } from '../kafka/kafka-client';
import { DependableProducer } from '../kafka/dependable-producer';
import type { ProtocolWriter } from '../protocol/protocol-writer';
import type { Answer } from './answer';

const LONGEST_WAIT_MS = 250;
/** Items of one message: it must stay well below 256 KiB. */
const MOST_ITEMS = 300;
const SEND_AT = 200;
const MOST_WAITING = 20_000;

export interface AcknowledgerOptions {
  readonly clock: Clock;
  readonly writer: ProtocolWriter;
  readonly producer: () => Producer;
  readonly logger: KafkaLogger;
}

/**
 * Tells the bus what became of its deliveries. Items wait in memory until there are many or 250 ms have passed; a crash
 * loses them, and the redelivery of the open delivery makes the inbox answer again.
 */
export class Acknowledger {
  private waiting: AcknowledgedMessage[] = [];
  private timer?: NodeJS.Timeout;
  private readonly producer: DependableProducer;
  private sending: Promise<void> = Promise.resolve();

  constructor(private readonly options: AcknowledgerOptions) {
    this.producer = new DependableProducer(options.producer);
  }

  add(answers: readonly Answer[]): void {
    const at = instantText(this.options.clock.now());
    const room = Math.max(0, MOST_WAITING - this.waiting.length);
    this.waiting.push(...answers.slice(0, room).map((answer) => itemOf(answer, at)));
    if (this.waiting.length >= SEND_AT) this.flushSoon(0);
    else if (this.waiting.length > 0) this.flushSoon(LONGEST_WAIT_MS);
  }

  /** Sends what waits and closes the producer. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    await this.sending;
    await this.flush();
    await this.producer.disconnect();
  }

  private flushSoon(ms: number): void {
    if (this.timer && ms > 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.sending = this.sending.then(() => this.flush());
    }, ms);
  }

  private async flush(): Promise<void> {
    while (this.waiting.length > 0) {
      const items = this.waiting.splice(0, MOST_ITEMS);
      try {
        await this.producer.send([this.options.writer.acknowledgement({ items })]);
      } catch (error) {
        this.options.logger.warn(
          { error: String(error), lost: items.length },
          'acknowledgements lost; the bus will ask again',
        );
        return;
      }
    }
  }
}

function itemOf({ incoming, outcome, cause }: Answer, at: string): AcknowledgedMessage {
  return {
    logId: incoming.envelope?.bus.logid ?? incoming.id,
    sender: incoming.sender,
    id: incoming.id,
    stream: incoming.stream,
    deliverySequence: incoming.sequence,
    outcome,
    at,
    ...(cause ? { cause } : {}),
  };
}
