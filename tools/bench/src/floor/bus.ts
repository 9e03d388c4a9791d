import { newId, OffsetClock } from '@lienthong/kernel';
import type { KafkaMessage } from 'kafkajs';
import { CLAIM, EXCHANGE, MARK } from './bus.sql';
import { gather } from './gather';
import { BUS, open, type Opened, type Place, topicsOf } from './place';
import { Relay } from './relay';
import { recordOf, signed, type SignedMessage, verified } from './wire';

const clock = new OffsetClock(0);
const COLUMNS = ['id', 'sender', 'recipient', 'stream', 'time', 'hash', 'signature', 'payload'] as const;

/** The exchange, written by hand: check, log, deliver, tell the sender, note who acknowledged. */
class Bus {
  private readonly relay: Relay<SignedMessage>;

  constructor(
    private readonly place: Place,
    private readonly its: Opened,
  ) {
    const { queries } = its;
    this.relay = new Relay({
      handOver: place.handOver,
      claim: () => queries.run<SignedMessage>('claim', CLAIM, []),
      send: (rows, answers) => this.send(rows, answers),
      mark: async (rows) => void (await queries.run('mark', MARK, [rows.map(({ id }) => id)])),
    });
  }

  async start(): Promise<void> {
    const topics = this.place.members.map(topicsOf(this.place.topicPrefix).out);
    await gather(this.its.consumer, topics, (records) => this.exchange(records));
    process.send?.({ kind: 'ready' });
  }

  /** Log entry, payload and delivery of each message, and the acknowledgements: one transaction. */
  private async exchange(records: readonly KafkaMessage[]): Promise<void> {
    const messages = records.map((record) => verified(record, this.its.publicKeys));
    const arrived = [...new Map(messages.filter(({ kind }) => kind === 'item').map((one) => [one.id, one])).values()];
    const acknowledged = messages.filter(({ kind }) => kind === 'acknowledged');
    const logged = await this.its.queries.run<{ id: string }>('exchange', EXCHANGE, [
      ...COLUMNS.map((name) => arrived.map((message) => message[name])),
      acknowledged.flatMap(({ payload }) => payload.split(',')),
    ]);
    const isNew = new Set(logged.map(({ id }) => id));
    const accepted = arrived.map(({ id, sender }) => `${sender} ${id}`);
    if (arrived.length > 0)
      this.relay.wake(
        arrived.filter(({ id }) => isNew.has(id)),
        accepted,
      );
  }

  /** Deliveries go as their senders signed them; each sender gets one signed answer for all that was accepted. */
  private async send(rows: readonly SignedMessage[], accepted: readonly string[]): Promise<void> {
    const topics = topicsOf(this.place.topicPrefix);
    const byTopic = new Map<string, ReturnType<typeof recordOf>[]>();
    const add = (member: string, message: SignedMessage): void => {
      const topic = topics.in(member);
      const records = byTopic.get(topic) ?? [];
      if (records.push(recordOf(message)) === 1) byTopic.set(topic, records);
    };
    for (const row of rows) add(row.recipient, row);
    for (const [sender, ids] of bySender(accepted)) add(sender, this.answer(sender, ids));
    await this.its.producer.sendBatch({
      topicMessages: [...byTopic].map(([topic, messages]) => ({ topic, messages })),
    });
  }

  private answer(recipient: string, ids: readonly string[]): SignedMessage {
    const attributes = { kind: 'accepted', id: newId(clock), sender: BUS, recipient, stream: recipient } as const;
    return signed({ ...attributes, time: new Date().toISOString(), payload: ids.join(',') }, this.its.privateKey);
  }
}

function bySender(accepted: readonly string[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const one of accepted) {
    const [sender, id] = one.split(' ') as [string, string];
    const known = ids.get(sender);
    if (known) known.push(id);
    else ids.set(sender, [id]);
  }
  return ids;
}

process.once('message', (place: Place) => void open(place).then((its) => new Bus(place, its).start()));
