import {
  fromHeaders,
  generateKey,
  messageOf,
  parseCanonical,
  ResendWantedV1,
  signerFromJwk,
} from '@lienthong/envelope';
import { eventually, testInfrastructure, testPrefix } from '@lienthong/testing';
import type { Kafka } from 'kafkajs';
import {
  createKafka,
  createProducer,
  ensureTopics,
  GatheringConsumer,
  ProtocolWriter,
  topicNames,
  type WireRecord,
} from '../src';
import { GapWatch } from '../src/gaps/gap-watch';
import { clock, delivered } from './deliveries.mother';
import { Library, operator } from './library.mother';

const ASK_AGAIN_MS = 5_000;
const GAP_ALARM_MS = 60_000;

describe('the watch for missing delivery numbers', () => {
  const topic = topicNames(testPrefix()).out('library');
  const arrived: WireRecord[] = [];
  let library: Library;
  let kafka: Kafka;
  let consumer: GatheringConsumer;
  let watches: GapWatch[];

  beforeAll(async () => {
    library = await Library.open();
    const { logger } = library;
    kafka = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'gaps', logger });
    await ensureTopics(kafka, [topic], { partitions: 1 });
    consumer = new GatheringConsumer({
      kafka,
      groupId: `${topic}-reader`,
      topics: [topic],
      maxBatch: 100,
      process: async (records) => void arrived.push(...records),
      logger,
    });
    await consumer.start();
  });
  beforeEach(async () => {
    arrived.length = 0;
    library.errors.length = 0;
    library.poison.clear();
    library.clock.set(clock.now());
    await library.rows('delete from gap');
    await library.rows('delete from stash');
    watches = [watch(), watch()];
  });
  afterEach(() => Promise.all(watches.map((one) => one.stop())));
  afterAll(async () => {
    await consumer.stop();
    await library.close();
  });

  function watch(
    sweep = (): Promise<void> => library.sweepOf(library.inbox).sweep(),
    askAgainMs = ASK_AGAIN_MS,
  ): GapWatch {
    const signer = signerFromJwk(generateKey('library-1').privateJwk);
    return new GapWatch({
      clock: library.clock,
      database: library.database,
      unitOfWork: () => library.work,
      writer: new ProtocolWriter({
        clock: library.clock,
        signer: () => signer,
        from: { member: 'library', office: 'system' },
        to: [{ member: 'integration-bus', office: 'centre' }],
        topic,
      }),
      producer: () => createProducer(kafka),
      logger: library.logger,
      sweep,
      askAgainMs,
      gapAlarmMs: GAP_ALARM_MS,
    });
  }

  const pass = (ms: number): void => library.clock.set(new Date(library.clock.now().getTime() + ms));
  const lookEach = async (): Promise<void> => void (await Promise.all(watches.map((one) => one.look())));
  const asked = (): unknown[] =>
    arrived.flatMap(({ headers, value }) => {
      const envelope = fromHeaders(headers, value);
      expect(envelope.attributes.type).toBe(messageOf(ResendWantedV1).type);
      return (parseCanonical(envelope.value) as ResendWantedV1).items;
    });
  const settles = (count: number): Promise<unknown> =>
    eventually(() => arrived.length >= count, { describe: () => `${count} askings; came: ${arrived.length}` });

  it('asks the bus for them, signed and under the member’s own key, again while they are missing, and never once they came', async () => {
    const stream = 'document:a';
    await library.receives(delivered({ stream, number: 1 }), delivered({ stream, number: 4 }));
    await lookEach();
    await settles(1);
    expect(arrived[0]?.key).toBe('member:library');
    expect(asked()).toEqual([{ stream, epoch: 1, from: 2, to: 3 }]);
    await lookEach();
    pass(ASK_AGAIN_MS);
    await lookEach();
    await settles(2);
    await library.receives(delivered({ stream, number: 2 }));
    await lookEach();
    await settles(3);
    expect(asked()).toEqual([
      { stream, epoch: 1, from: 2, to: 3 },
      { stream, epoch: 1, from: 2, to: 3 },
      { stream, epoch: 1, from: 3, to: 3 },
    ]);
    await library.receives(delivered({ stream, number: 3 }));
    pass(ASK_AGAIN_MS);
    await lookEach();
    expect(await library.handled('a')).toEqual([1, 2, 3, 4]);
    expect(await library.rows('select 1 from gap')).toEqual([]);
    expect(arrived).toHaveLength(3);
  });

  it.each([
    ['fails', 'e', () => Promise.reject(new Error('a fault of the database'))],
    ['does not end', 'f', () => new Promise<void>(() => undefined)],
  ])('asks and alarms also while what waits cannot be judged: the sweep %s', async (_, book, sweep) => {
    const stream = `document:${book}`;
    const alone = watch(sweep, 100);
    watches.push(alone);
    await library.receives(delivered({ stream, number: 3 }));
    await alone.look();
    await settles(1);
    expect(asked()).toEqual([{ stream, epoch: 1, from: 1, to: 2 }]);
    pass(GAP_ALARM_MS);
    await alone.look();
    expect(library.errors).toMatchObject([{ alarm: true, stream, from: 1, to: 2 }]);
  });

  it('asks for nothing while a parked message holds the stream', async () => {
    const stream = 'document:b';
    library.poison.add('b/1');
    const bad = delivered({ stream, number: 1 });
    await library.receives(bad, delivered({ stream, number: 3 }));
    await lookEach();
    expect(await library.rows('select 1 from gap')).toEqual([]);
    await library.desk.discard('tax', String(bad.headers.ce_id), { operator, reason: 'a torn page' });
    await lookEach();
    await settles(1);
    expect(asked()).toEqual([{ stream, epoch: 1, from: 2, to: 2 }]);
  });

  it('asks for the beginning of a new epoch', async () => {
    const stream = 'document:c';
    await library.receives(delivered({ stream, number: 1 }), delivered({ stream, number: 3, epoch: 2 }));
    await lookEach();
    await settles(1);
    expect(asked()).toEqual([{ stream, epoch: 2, from: 1, to: 2 }]);
  });

  it('asks for what waits in an epoch that is over, until it comes under its new number', async () => {
    const stream = 'document:o';
    const waiting = delivered({ stream, number: 2 });
    await library.receives(waiting, delivered({ stream, number: 1, epoch: 2 }));
    await lookEach();
    await settles(1);
    expect(asked()).toEqual([{ stream, epoch: 1, from: 2, to: 2 }]);
    const renumbered = { ...waiting.headers, ce_deliveryepoch: '2', ce_deliverysequence: '2' };
    await library.receives({ ...waiting, headers: renumbered });
    await lookEach();
    expect(await library.rows('select 1 from gap where stream = $1', [stream])).toEqual([]);
  });

  it('raises an alarm once when they are missing for longer than configured, and counts them', async () => {
    const stream = 'document:d';
    await library.receives(delivered({ stream, number: 2 }));
    await lookEach();
    pass(GAP_ALARM_MS - 1);
    await lookEach();
    expect(library.errors).toEqual([]);
    pass(1);
    await lookEach();
    await lookEach();
    expect(library.errors).toEqual([
      { alarm: true, stream, epoch: 1, from: 1, to: 1, since: '2026-08-03T09:00:00.000+07:00' },
    ]);
    expect(watches.map((one) => one.gaps())).toEqual([
      { count: 1, oldestAgeMs: GAP_ALARM_MS },
      { count: 1, oldestAgeMs: GAP_ALARM_MS },
    ]);
    await library.receives(delivered({ stream, number: 1 }));
    await lookEach();
    // Of two looks at once one leaves the table to the other; it sees what came of it at its next look.
    await watches[0]?.look();
    expect(watches[0]?.gaps()).toEqual({ count: 0, oldestAgeMs: 0 });
  });
});
