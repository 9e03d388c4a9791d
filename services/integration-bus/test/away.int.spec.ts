import { Logger } from '@nestjs/common';
import { eventually, sizeOf } from '@lienthong/testing';
import { ExchangeConsumer } from '../src/exchange/exchange-consumer';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { SpecRecipient } from './recipient.mother';
import { SpecSender } from './sender.mother';

const SEVEN_DAYS_MS = 7 * 86_400_000;
const PER_STREAM = 10;
const GOAL_PER_SECOND = 500;

describe('a member that was away for seven days', () => {
  let bus: SpecBus;
  let land: SpecRecipient;
  beforeAll(async () => {
    Logger.overrideLogger(false);
    bus = await SpecBus.start();
    land = await SpecRecipient.create(bus);
  });
  afterAll(async () => {
    await land?.close();
    await bus?.stop();
  });

  const open = async (): Promise<number> => {
    const [row] = await bus.rows<{ n: number }>(
      "select count(*)::int as n from delivery where outcome is distinct from 'handled'",
    );
    return row?.n ?? -1;
  };

  it('gets all that waited, in order and once, although its topic lost every record meanwhile', async () => {
    const waiting = sizeOf('messagesWaiting');
    const tax = bus.member('tax');
    await land.start();
    await bus.exchange.process(tax.notices([{ dossierCode: dossier(9_999), sequence: 1 }]));
    await eventually(async () => land.got.length === 1 && (await open()) === 0, { describe: 'the member is there' });
    await land.stop();

    const streams = Math.min(1_000, waiting / PER_STREAM);
    for (let sequence = 1; sequence <= waiting / streams; sequence += 1) {
      for (let first = 1; first <= streams; first += 500) {
        const some = Array.from({ length: Math.min(500, streams - first + 1) }, (_, i) => dossier(first + i));
        await bus.exchange.process(tax.notices(some.map((dossierCode) => ({ dossierCode, sequence }))));
      }
    }
    expect(await open()).toBe(waiting);
    const lost = await eventually(() => land.loseTopic(), { describe: 'records on the way to the member are lost' });
    expect(lost).toBeGreaterThan(0);

    await bus.restart({ CLOCK_OFFSET_MS: String(SEVEN_DAYS_MS) });
    await land.loseTopic();
    land.got.length = 0;
    const messaging = await land.start(SEVEN_DAYS_MS);
    const startedAt = performance.now();
    await eventually(async () => messaging.counts.handled >= waiting && (await open()) === 0, {
      timeoutMs: 60_000 + waiting * 5,
      describe: async () => `${land.got.length} of ${waiting} handled, ${await open()} open`,
    });
    const seconds = (performance.now() - startedAt) / 1_000;
    process.stderr.write(
      `seven days away: ${waiting} messages in ${seconds.toFixed(1)} s, ${Math.round(waiting / seconds)} a second (goal ${GOAL_PER_SECOND})\n`,
    );
    expect(land.got).toHaveLength(waiting);
    const streamsGot = new Map<string, number[]>();
    for (const one of land.got) {
      const [stream = '', number] = one.split(' ');
      streamsGot.set(stream, [...(streamsGot.get(stream) ?? []), Number(number)]);
    }
    expect(streamsGot.size).toBe(streams);
    for (const got of streamsGot.values()) {
      expect(got).toEqual(got.map((_, i) => i + 1));
    }
    expect(messaging.counts).toMatchObject({ handled: waiting, parked: 0 });
  });
});

describe('the last record of a stream, lost on the way to the bus', () => {
  let bus: SpecBus;
  let tax: SpecSender;
  beforeAll(async () => {
    Logger.overrideLogger(false);
    bus = await SpecBus.start();
    tax = await SpecSender.start(bus);
  });
  afterAll(async () => {
    await tax?.close();
    await bus?.stop();
  });

  it('stays open at its sender, is produced again and accepted once', async () => {
    const dossierCode = dossier(1);
    await tax.send(dossierCode, ['first']);
    await eventually(async () => (await tax.outbox()).accepted === 1, { describe: 'the first is accepted' });
    const consumer = bus.running.app.get(ExchangeConsumer);
    await consumer.stop();
    await tax.send(dossierCode, ['last']);
    await eventually(async () => (await tax.outbox()).sent === 2, { describe: 'the broker has taken the last' });
    expect(await tax.loseTopic()).toBeGreaterThan(0);
    await consumer.start();
    const { attempts } = await eventually(
      async () => {
        const outbox = await tax.outbox();
        return outbox.accepted === 2 && outbox;
      },
      { timeoutMs: 60_000, describe: 'the last is accepted' },
    );
    expect(attempts.at(-1)).toBeGreaterThan(1);
    const entries = await bus.rows<{ kind: string; sequence: string }>(
      `select kind, attributes ->> 'sequence' as sequence from log_entry where subject = $1 order by log_id`,
      [dossierCode],
    );
    expect(entries).toEqual([
      { kind: 'accepted', sequence: '1' },
      { kind: 'accepted', sequence: '2' },
    ]);
  });
});
