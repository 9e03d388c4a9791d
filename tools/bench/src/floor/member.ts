import { newId, OffsetClock } from '@lienthong/kernel';
import type { KafkaMessage } from 'kafkajs';
import { type ChainItem, firstItem, nextItem, recipientOf } from '../load/chain';
import { type Begin, Beginner, epochMs } from '../load/line';
import { gather } from './gather';
import { BEGIN_CHAINS, CLAIM, HANDLE, MARK } from './member.sql';
import { BUS, open, type Opened, type Place, topicsOf } from './place';
import { Relay } from './relay';
import { type Message, recordOf, signed, type SignedMessage, verified } from './wire';

/** A row of the outbox. */
type Leaving = Pick<Message, 'id' | 'recipient' | 'stream' | 'time' | 'payload'>;

const clock = new OffsetClock(0);

/** One agency, written by hand: consume a batch, record it in one transaction, pass on, acknowledge. */
class Member {
  private readonly relay: Relay<Leaving>;

  constructor(
    private readonly place: Place,
    private readonly its: Opened,
  ) {
    const { queries } = its;
    this.relay = new Relay({
      handOver: place.handOver,
      claim: () => queries.run<Leaving>('claim', CLAIM, []),
      send: (rows, acknowledged) => this.send(rows, acknowledged),
      mark: async (rows) => void (await queries.run('mark', MARK, [rows.map(({ id }) => id)])),
    });
  }

  async start(): Promise<void> {
    const { name, topicPrefix } = this.place;
    await gather(this.its.consumer, [topicsOf(topicPrefix).in(name)], (records) => this.handle(records));
    const beginner = new Beginner((batch) => this.begin(batch.map(({ plan, index }) => firstItem(plan, index))));
    process.on('message', (begin: Begin) => beginner.take(begin));
    process.send?.({ kind: 'ready' });
  }

  /** The state and the first message of chains. */
  private async begin(items: readonly ChainItem[]): Promise<void> {
    const rows = items.map(leaving);
    const states = items.flatMap(statesOf);
    await this.its.queries.run('begin', BEGIN_CHAINS, [...columns(states, STATE), ...columns(rows, LEAVING)]);
    process.send?.({ kind: 'begun', chains: items.map(({ chain }) => chain), at: epochMs() });
    this.relay.wake(rows);
  }

  /** Inbox, state, outbox and the bus's answers: one transaction. */
  private async handle(records: readonly KafkaMessage[]): Promise<void> {
    const messages = records.map((record) => verified(record, this.its.publicKeys));
    const arrived = [...new Map(messages.filter(({ kind }) => kind === 'item').map((one) => [one.id, one])).values()];
    const accepted = messages.filter(({ kind }) => kind === 'accepted').flatMap(({ payload }) => payload.split(','));
    const items = arrived.map(({ payload }) => JSON.parse(payload) as ChainItem);
    const states = items.flatMap((item, i) => statesOf(item).map((row) => ({ ...row, cause: arrived[i]?.id })));
    const passed = items.flatMap((item, i) => {
      const next = nextItem(item);
      return next ? [{ ...leaving(next), cause: arrived[i]?.id as string }] : [];
    });
    const fresh = await this.its.queries.run<{ id: string }>('handle', HANDLE, [
      ...columns<SignedMessage>(arrived, ['sender', 'id', 'stream', 'hash']),
      ...columns(states, ['cause', ...STATE]),
      ...columns(passed, ['cause', ...LEAVING]),
      accepted,
    ]);
    const isFresh = new Set(fresh.map(({ id }) => id));
    this.tellEnded(items.filter((item, i) => isFresh.has(arrived[i]?.id ?? '') && !nextItem(item)));
    const mine = passed.filter(({ cause }) => isFresh.has(cause));
    if (arrived.length > 0)
      this.relay.wake(
        mine,
        arrived.map(({ id }) => id),
      );
  }

  private tellEnded(ended: readonly ChainItem[]): void {
    if (ended.length > 0) process.send?.({ kind: 'ended', chains: ended.map(({ chain }) => chain), at: epochMs() });
  }

  /** Each message signed by itself; one more acknowledges all that a batch brought. */
  private async send(rows: readonly Leaving[], acknowledged: readonly string[]): Promise<void> {
    const { name, topicPrefix } = this.place;
    const messages: Message[] = rows.map((row) => ({ ...row, kind: 'item', sender: name }));
    if (acknowledged.length > 0) {
      const payload = acknowledged.join(',');
      messages.push({ kind: 'acknowledged', sender: name, recipient: BUS, stream: name, ...stamp(), payload });
    }
    const topic = topicsOf(topicPrefix).out(name);
    const { producer, privateKey } = this.its;
    await producer.send({ topic, messages: messages.map((one) => recordOf(signed(one, privateKey))) });
  }
}

const STATE = ['key', 'chain', 'amount'] as const;
const LEAVING = ['id', 'recipient', 'stream', 'time', 'payload'] as const;

function leaving(item: ChainItem): Leaving {
  return { ...stamp(), recipient: recipientOf(item), stream: item.stream, payload: JSON.stringify(item) };
}

function statesOf({ chain, amount, stateRows }: ChainItem): { key: string; chain: string; amount: number }[] {
  return Array.from({ length: stateRows }, (_, row) => ({ key: `${chain}#${row}`, chain, amount }));
}

function stamp(): { id: string; time: string } {
  return { id: newId(clock), time: new Date().toISOString() };
}

/** Rows as arrays of columns, for `unnest`. */
function columns<R extends object>(rows: readonly R[], names: readonly (keyof R)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}

process.once('message', (place: Place) => void open(place).then((its) => new Member(place, its).start()));
