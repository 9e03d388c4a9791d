import { idTime, newId } from '@lienthong/kernel';
import type { KafkaMessage } from 'kafkajs';
import {
  answersOf,
  busAttributes,
  type Claimed,
  type Delivery,
  type Entry,
  fromClaimed,
  isItem,
  keysOf,
  LOG,
  logRow,
  numberOf,
  type Numbers,
  type Told,
  toldOf,
  wantedOf,
} from './bus-rows';
import { CLAIM, EXCHANGE, KNOWN, MARK } from './bus.sql';
import { ACCEPTED, ACKNOWLEDGEMENT, BUS, contracts, ITEM } from './contract';
import { gather } from './gather';
import { open, type Opened, type Place, Queries, topicsOf } from './place';
import { type Acknowledged, clock, leafOfItem, now, protocolLetter } from './protocol';
import { Relay } from './relay';
import { columns, inTurn, isOutOfTurn, runsOf } from './runs';
import { Sequencer } from './sequencer';
import { type Arrived, readRecord, recordOf, signedPaths } from './wire';

const DAY_MS = 86_400_000;
const WINDOW_MS = 90 * DAY_MS;
const MOST_ITEMS = 500;

/** The exchange, written by hand: check, log, number, deliver, tell the sender, note who acknowledged. */
class Bus {
  private readonly relay: Relay<Delivery, Told>;
  /** Who may send what to whom, with the version that says so. */
  private readonly grants: ReadonlyMap<string, string>;

  constructor(
    private readonly place: Place,
    private readonly its: Opened,
  ) {
    const { members } = place;
    const pairs = members.flatMap((sender) => members.map((recipient) => `${sender}|${recipient}|${ITEM.type}`));
    this.grants = new Map(pairs.map((pair) => [pair, newId(clock)]));
    const { aside } = its;
    this.relay = new Relay({
      handOver: place.handOver,
      claim: async () => (await aside.run<Claimed>('claim', CLAIM, [members])).map(fromClaimed),
      send: (rows, accepted) => this.send(rows, accepted),
      mark: (rows) => aside.run('mark', MARK, keysOf(rows)),
    });
  }

  async start(): Promise<void> {
    await this.relay.start();
    const queries = await Queries.connect(this.place.databaseUrl, 'sequencer');
    void new Sequencer(queries, this.its.signer).run();
    await gather(this.its.consumer, this.place.members.map(topicsOf(this.place.topicPrefix).out), (records) =>
      this.handle(records),
    );
    process.send?.({ kind: 'ready' });
  }

  private async handle(records: readonly KafkaMessage[]): Promise<void> {
    const entries = records.map((record) => this.checked(readRecord(record)));
    const arrived = [...new Map(entries.map((one) => [one.attributes.id, one])).values()];
    this.relay.wake(await this.exchange(arrived), toldOf(arrived.filter(isItem)));
  }

  /** @throws for what is refused: here such a message ends the run */
  private checked(letter: Arrived): Entry {
    const { attributes, sender, body } = letter;
    const contract = contracts.get(attributes.type);
    const key = this.its.keys.get(sender);
    const items = contract === ACKNOWLEDGEMENT ? (body as { items: Acknowledged[] }).items.map(leafOfItem) : undefined;
    const itemPaths = key && signedPaths(letter, key, items);
    if (!itemPaths) throw new Error(`${attributes.id} is not signed by ${sender}`);
    const recipient = attributes.recipients.slice(0, attributes.recipients.indexOf('/'));
    const grant = this.grants.get(`${sender}|${recipient}|${attributes.type}`) ?? null;
    const isTimely = Math.abs(Date.now() - idTime(attributes.id).getTime()) < WINDOW_MS;
    const isGranted = contract === ITEM ? grant !== null : contract === ACKNOWLEDGEMENT;
    if (!contract?.isValid(body) || !isGranted || !isTimely) throw new Error(`${attributes.id} is refused`);
    return { ...letter, logId: newId(clock), keyId: key.kid, contract, grant, itemPaths };
  }

  /** Log, streams, deliveries and acknowledgements: one transaction. */
  private async exchange(entries: readonly Entry[]): Promise<readonly Delivery[]> {
    const acceptedAt = now();
    const items = entries.filter(isItem);
    const wanted = items.flatMap(wantedOf);
    const answers = entries.flatMap(answersOf);
    const logRows = entries.map((one) => logRow(one, acceptedAt));
    try {
      const numbers = await this.its.queries.run<Numbers>('exchange', EXCHANGE, [
        ...[...columns(logRows, LOG), acceptedAt],
        ...columns(inTurn(runsOf(items.map(numberOf))), ['key', 'epoch', 'first', 'last']),
        ...columns(wanted, ['recipient', 'stream', 'office', 'logId', 'shard']),
        ...columns(answers, ['recipient', 'seq', 'logId', 'outcome', 'handledAt', 'ackLogId', 'ackPath']),
      ]);
      const byLogId = new Map(items.map((one) => [one.logId, one]));
      return numbers.flatMap(({ log_id: logId, recipient, epoch, seq }) => {
        const entry = byLogId.get(logId ?? '');
        return entry ? [{ ...entry, recipient, epoch, seq, acceptedAt }] : [];
      });
    } catch (error) {
      if (!isOutOfTurn(error)) throw error;
      return this.exchange(await this.unknown(entries, error));
    }
  }

  /** What comes again is only answered again. @throws when nothing of it is known */
  private async unknown(entries: readonly Entry[], error: unknown): Promise<readonly Entry[]> {
    const identities = [entries.map(({ sender }) => sender), entries.map(({ attributes }) => attributes.id)];
    const known = new Set((await this.its.queries.run<{ id: string }>('known', KNOWN, identities)).map(({ id }) => id));
    if (known.size === 0) throw error;
    return entries.filter(({ attributes }) => !known.has(attributes.id));
  }

  /** Deliveries go as their senders signed them; each sender gets one signed answer for all that was accepted. */
  private async send(rows: readonly Delivery[], accepted: readonly Told[]): Promise<void> {
    const topics = topicsOf(this.place.topicPrefix);
    const byTopic = new Map<string, ReturnType<typeof recordOf>[]>();
    const add = (topic: string, record: ReturnType<typeof recordOf>): void => {
      const records = byTopic.get(topic);
      if (records) records.push(record);
      else byTopic.set(topic, [record]);
    };
    for (const row of rows) add(topics.in(row.recipient), recordOf(row, busAttributes(row)));
    for (const sender of new Set(accepted.map((one) => one.sender))) {
      const items = accepted.flatMap(({ sender: to, ...run }) => (to === sender ? [run] : []));
      for (let at = 0; at < items.length; at += MOST_ITEMS) {
        const to = { from: BUS, to: `${sender}/system`, signer: this.its.signer };
        const body = { items: items.slice(at, at + MOST_ITEMS) };
        add(topics.in(sender), recordOf(protocolLetter({ contract: ACCEPTED, body, ...to })));
      }
    }
    const topicMessages = [...byTopic].map(([topic, messages]) => ({ topic, messages }));
    await this.its.producer.sendBatch({ topicMessages });
  }
}

process.once('message', (place: Place) => void open(place).then((its) => new Bus(place, its).start()));
