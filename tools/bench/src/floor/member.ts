import type { KafkaMessage } from 'kafkajs';
import { type ChainItem, firstItem, nextItem } from '../load/chain';
import { type Begin, Beginner, epochMs } from '../load/line';
import { ACCEPTED, ACKNOWLEDGEMENT, BUS, contracts, ITEM, OFFICE } from './contract';
import { gather } from './gather';
import { LEAVING, leaving, letterOf, numbered, type Numbers, type Row, STATE, statesOf } from './member-rows';
import { BEGIN_CHAINS, CLAIM, HANDLE, KNOWN, MARK } from './member.sql';
import { open, type Opened, type Place, topicsOf } from './place';
import { type AcceptedRun, type Acknowledged, leafOfItem, now, protocolLetter } from './protocol';
import { Relay } from './relay';
import { columns, inTurn, isOutOfTurn, runsOf } from './runs';
import { type Arrived, type Letter, readRecord, recordOf, signed, signedPaths } from './wire';

const MOST_ITEMS = 300;
const ACKNOWLEDGE_AT = 200;
const ACKNOWLEDGE_AFTER_MS = 250;

/** One agency, written by hand: consume a batch, record it in one transaction, pass on, acknowledge. */
class Member {
  private readonly relay: Relay<Row, Acknowledged>;
  private readonly acknowledged: Acknowledged[] = [];
  private acknowledging?: NodeJS.Timeout | undefined;

  constructor(
    private readonly place: Place,
    private readonly its: Opened,
  ) {
    const { aside } = its;
    this.relay = new Relay({
      handOver: place.handOver,
      claim: () => aside.run<Row>('claim', CLAIM, []),
      send: (rows, acknowledged) => this.send(rows, acknowledged),
      mark: (rows) => aside.run('mark', MARK, [rows.map(({ id }) => id)]),
    });
  }

  async start(): Promise<void> {
    const { name, topicPrefix } = this.place;
    await this.relay.start();
    await gather(this.its.consumer, [topicsOf(topicPrefix).in(name)], (records) => this.handle(records));
    const beginner = new Beginner((batch) => this.begin(batch.map(({ plan, index }) => firstItem(plan, index))));
    process.on('message', (begin: Begin) => beginner.take(begin));
    process.send?.({ kind: 'ready' });
  }

  /** The state and the first message of chains. */
  private async begin(items: readonly ChainItem[]): Promise<void> {
    const rows = items.map((item) => leaving(item));
    const states = items.flatMap(statesOf);
    const { queries } = this.its;
    const places = await queries.run<Numbers>('begin', BEGIN_CHAINS, [
      ...columns(rows, LEAVING),
      ...columns(states, STATE),
    ]);
    process.send?.({ kind: 'begun', chains: items.map(({ chain }) => chain), at: epochMs() });
    this.relay.wake(numbered(rows, places));
  }

  private async handle(records: readonly KafkaMessage[]): Promise<void> {
    const letters = records.map((record) => this.checked(record));
    const arrived = letters.filter(({ attributes }) => attributes.type === ITEM.type);
    const accepted = letters.flatMap(({ attributes, body }) =>
      attributes.type === ACCEPTED.type ? (body as { items: AcceptedRun[] }).items : [],
    );
    await this.record([...new Map(arrived.map((one) => [one.attributes.id, one])).values()], accepted);
    this.acknowledge(arrived);
  }

  /** @throws for what no honest bus delivers: here such a message ends the run */
  private checked(record: KafkaMessage): Arrived {
    const letter = readRecord(record);
    const { id, type, recipients } = letter.attributes;
    const key = this.its.keys.get(letter.sender);
    if (!key || !signedPaths(letter, key)) throw new Error(`${id} is not signed by ${letter.sender}`);
    const isMine = recipients.split(',').some((address) => address.startsWith(`${this.place.name}/`));
    if (!isMine || !contracts.get(type)?.isValid(letter.body)) throw new Error(`${id} is not for ${this.place.name}`);
    return letter;
  }

  /** Inbox, streams, state, outbox and the bus's answers: one transaction. */
  private async record(arrived: readonly Arrived[], accepted: readonly AcceptedRun[]): Promise<void> {
    const items = arrived.map(({ body }) => body as ChainItem);
    const states = items.flatMap(statesOf);
    const rows = items.flatMap((item, i) => {
      const next = nextItem(item);
      return next ? [leaving(next, arrived[i]?.attributes.id)] : [];
    });
    const came = arrived.map(({ attributes: { id, partitionkey: key }, sender, bus, leaf }) => {
      const [epoch, sequence] = [Number(bus.deliveryepoch), Number(bus.deliverysequence)];
      return { sender, id, key, epoch, sequence, hash: leaf.toString('base64url') };
    });
    try {
      const places = await this.its.queries.run<Numbers>('handle', HANDLE, [
        ...[...columns(rows, LEAVING), ...columns(states, STATE)],
        ...columns(inTurn(runsOf(came)), ['key', 'epoch', 'first', 'last']),
        ...columns(came, ['sender', 'id', 'key', 'sequence', 'hash']),
        ...columns(accepted, ['stream', 'epoch', 'from', 'upTo']),
      ]);
      this.tellEnded(items.filter((item) => !nextItem(item)));
      this.relay.wake(numbered(rows, places));
    } catch (error) {
      if (!isOutOfTurn(error)) throw error;
      await this.record(await this.unknown(arrived, error), accepted);
    }
  }

  /** What comes again is not handled again. @throws when nothing of it is known */
  private async unknown(arrived: readonly Arrived[], error: unknown): Promise<readonly Arrived[]> {
    const identities = [arrived.map(({ sender }) => sender), arrived.map(({ attributes }) => attributes.id)];
    const known = new Set((await this.its.queries.run<{ id: string }>('known', KNOWN, identities)).map(({ id }) => id));
    if (known.size === 0) throw error;
    return arrived.filter(({ attributes }) => !known.has(attributes.id));
  }

  private tellEnded(ended: readonly ChainItem[]): void {
    if (ended.length > 0) process.send?.({ kind: 'ended', chains: ended.map(({ chain }) => chain), at: epochMs() });
  }

  /** As our members do: many together, or what there is after a while. */
  private acknowledge(arrived: readonly Arrived[]): void {
    const at = now();
    for (const { attributes, sender, bus } of arrived) {
      const { id, partitionkey: stream } = attributes;
      const deliverySequence = Number(bus.deliverysequence);
      this.acknowledged.push({ at, deliverySequence, id, logId: bus.logid, outcome: 'handled', sender, stream });
    }
    const flush = (): void => {
      clearTimeout(this.acknowledging);
      this.acknowledging = undefined;
      while (this.acknowledged.length > 0) this.relay.wake([], this.acknowledged.splice(0));
    };
    if (this.acknowledged.length >= ACKNOWLEDGE_AT) flush();
    else if (this.acknowledged.length > 0) this.acknowledging ??= setTimeout(flush, ACKNOWLEDGE_AFTER_MS);
  }

  /** Each message signed by itself; one more acknowledges what was handled. */
  private async send(rows: readonly Row[], acknowledged: readonly Acknowledged[]): Promise<void> {
    const { name, topicPrefix } = this.place;
    const { producer, signer } = this.its;
    const letters = rows.map((row): Letter => signed({ ...letterOf(row, name), value: row.payload }, signer));
    for (let at = 0; at < acknowledged.length; at += MOST_ITEMS) {
      const items = acknowledged.slice(at, at + MOST_ITEMS);
      const to = { from: name, to: `${BUS}/${OFFICE}`, signer };
      letters.push(protocolLetter({ contract: ACKNOWLEDGEMENT, body: { items }, ...to, items: items.map(leafOfItem) }));
    }
    await producer.send({ topic: topicsOf(topicPrefix).out(name), messages: letters.map((one) => recordOf(one)) });
  }
}

process.once('message', (place: Place) => void open(place).then((its) => new Member(place, its).start()));
