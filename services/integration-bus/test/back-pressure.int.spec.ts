import { setTimeout as delay } from 'node:timers/promises';
import { instantText } from '@lienthong/kernel';
import { createKafka, ensureTopics, SHARDS, topicNames, type WireRecord } from '@lienthong/messaging';
import { eventually, testInfrastructure, withClient } from '@lienthong/testing';
import { Logger } from '@nestjs/common';
import { CLAIM_DELIVERIES } from '../src/deliveries/delivery.sql';
import { DeliveryRelay } from '../src/deliveries/delivery-relay';
import { CurrentRegistry } from '../src/members/current-registry';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';

const IN_FLIGHT = 5;
const TOPIC_RESOURCE = 2;
/** What the bus and the broker add to the bytes of a sender's record, and some room. */
const ADDED_BYTES = 560;

interface Produced {
  readonly log_id: string;
  readonly id: string;
  readonly stream: string;
  readonly seq: string;
}

const to = (...members: string[]) => members.map((member) => ({ member, office: 'bien-hoa' }));

describe('a recipient of the bus', () => {
  const kafka = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'back-pressure' });
  const admin = kafka.admin();
  const sequences = new Map<string, number>();
  let bus: SpecBus;
  let landTopic: string;
  beforeAll(async () => {
    await admin.connect();
    bus = await SpecBus.start({ IN_FLIGHT_PER_RECIPIENT: String(IN_FLIGHT), REDELIVER_AFTER_MS: '600000' });
    landTopic = topicNames(bus.topicPrefix).in('land-registry');
    await withClient(bus.database.migratorUrl, (client) =>
      client.query(`insert into grant_row (sender, recipient, type, purpose, legal_basis, enabled, valid_from, log_id)
        select sender, 'intake', type, purpose, legal_basis, enabled, valid_from, log_id from grant_row
        where recipient = 'land-registry'`),
    );
    await bus.running.app.get(CurrentRegistry).load();
  });
  afterAll(async () => {
    await admin.disconnect();
    await bus?.stop();
  });

  const count = async (recipient: string, state: string): Promise<number> => {
    const sql = 'select count(*)::int as n from delivery where recipient = $1 and state = $2';
    return (await bus.rows<{ n: number }>(sql, [recipient, state]))[0]?.n ?? 0;
  };
  const send = async (
    dossiers: readonly number[],
    members: readonly string[],
    text?: string,
  ): Promise<WireRecord[]> => {
    const records = bus.member('tax').notices(
      dossiers.map((number) => {
        const dossierCode = dossier(number);
        const sequence = (sequences.get(dossierCode) ?? 0) + 1;
        sequences.set(dossierCode, sequence);
        return { dossierCode, sequence, to: to(...members), ...(text ? { body: { dossierCode, text } } : {}) };
      }),
    );
    await bus.exchange.process(records);
    return records;
  };
  const answer = async (recipient: string): Promise<void> => {
    const rows = await bus.rows<Produced>(
      `select d.log_id, e.id, d.stream, d.seq from delivery d join log_entry e using (log_id)
       where d.recipient = $1 and d.state = 'produced'`,
      [recipient],
    );
    if (rows.length === 0) return;
    const items = rows.map(({ log_id: logId, id, stream, seq }) => ({
      ...{ logId, sender: 'tax', id, stream, deliverySequence: Number(seq) },
      ...{ outcome: 'handled' as const, at: instantText(new Date()) },
    }));
    await bus.exchange.process(bus.member(recipient).acknowledgement(items));
  };
  /** The recipient answers whatever comes until it has answered so many. */
  const answersAll = (recipient: string, expected: number, timeoutMs = 30_000): Promise<unknown> =>
    eventually(
      async () => {
        await answer(recipient);
        return (await count(recipient, 'acknowledged')) === expected;
      },
      {
        timeoutMs,
        describe: async () => `${expected} answered by ${recipient}, ${await count(recipient, 'waiting')} wait`,
      },
    );
  /** How many deliveries of land a claim of so many bytes takes, and how many there are. */
  const claimable = async (bytes: number): Promise<[number, number | undefined]> => {
    const wanted = [SHARDS, 500, 5, ['land-registry'], [], bytes, 5];
    const found = await bus.rows<{ found: number }>(CLAIM_DELIVERIES, wanted);
    return [found.length, found[0]?.found];
  };
  const numbers = (from: number, length: number): number[] => Array.from({ length }, (_, i) => from + i);

  it('that never answers is given no more than its room, and the others do not notice', async () => {
    await send(numbers(1, 12), ['land-registry']);
    await eventually(async () => (await count('land-registry', 'produced')) === IN_FLIGHT, {
      describe: 'land is full',
    });
    await send(numbers(100, 30), ['intake', 'land-registry']);
    await answersAll('intake', 30);
    expect([await count('land-registry', 'produced'), await count('land-registry', 'waiting')]).toEqual([
      IN_FLIGHT,
      37,
    ]);
    await answersAll('land-registry', 42);
  });

  it('whose topic is deleted waits alone, and gets everything in order once the topic is back', async () => {
    await admin.deleteTopics({ topics: [landTopic] });
    await send(numbers(200, 3), ['land-registry']);
    await send(numbers(210, 30), ['intake', 'land-registry']);
    await answersAll('intake', 60, 60_000);
    expect([await count('land-registry', 'waiting'), await count('land-registry', 'acknowledged')]).toEqual([33, 42]);
    await ensureTopics(kafka, [landTopic], { partitions: 3 });
    await answersAll('land-registry', 75, 90_000);
  });

  it('whose topic is back is served again while others are busy all the time', async () => {
    await admin.deleteTopics({ topics: [landTopic] });
    await send([250, 251, 252], ['land-registry']);
    await eventually(() => bus.running.app.get(DeliveryRelay).state().heldTopics.includes(landTopic), {
      timeoutMs: 60_000,
      describe: 'the topic is held back',
    });
    expect([await claimable(1), await claimable(1_000_000)]).toEqual([
      [1, 3],
      [3, 3],
    ]);
    await ensureTopics(kafka, [landTopic], { partitions: 3 });
    await eventually(
      async () => {
        await send([253], ['intake']);
        await answer('intake');
        await delay(300);
        return (await count('land-registry', 'produced')) === 3;
      },
      { timeoutMs: 60_000, describe: 'the rows of the topic that is back' },
    );
    await answersAll('land-registry', 78);
  });

  it('whose topic refuses one record for its size gets all others; only the stream of that record waits', async () => {
    const [small] = await send([300], ['land-registry']);
    await answersAll('land-registry', 79);
    const limit = bytesOf(small as WireRecord) + ADDED_BYTES;
    const configEntries = [{ name: 'max.message.bytes', value: String(limit) }];
    const resources = [{ type: TOPIC_RESOURCE, name: landTopic, configEntries }];
    await admin.alterConfigs({ validateOnly: false, resources });
    const complaints = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);

    const others =
      (await count('intake', 'acknowledged')) +
      (await count('intake', 'produced')) +
      (await count('intake', 'waiting'));
    await send([301], ['land-registry'], 'ế'.repeat(200));
    // More behind it than there is room in flight.
    await send(
      Array.from({ length: IN_FLIGHT + 1 }, () => 301),
      ['land-registry'],
    );
    await send([301, ...numbers(302, 20)], ['land-registry', 'intake']);
    await answersAll('intake', others + 21);
    await answersAll('land-registry', 99);
    const stuck = await bus.rows<{ stream: string }>("select stream from delivery where state = 'waiting'");
    expect(stuck.map(({ stream }) => stream)).toEqual(
      Array.from({ length: IN_FLIGHT + 3 }, () => `dossier:${dossier(301)}`),
    );
    const refusals = complaints.mock.calls.filter(([, text]) => String(text).includes('larger than its topic takes'));
    expect(refusals).toHaveLength(1);
    complaints.mockRestore();
  });
});

function bytesOf({ key, value, headers }: WireRecord): number {
  const texts = [key ?? '', ...Object.entries(headers).flatMap(([name, text]) => [name, String(text)])];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), value?.length ?? 0);
}
