import { type AcknowledgedMessage, PROTOCOL_TYPES } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import { eventually } from '@lienthong/testing';
import type { Trace } from '../src/trace/trace';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { type Seen, TopicListener } from './topic-listener.mother';

interface DeliveryRow {
  seq: number;
  state: string;
  outcome: string | null;
  handled_at: Date | null;
  ack_log_id: string | null;
  asked_again_at: Date | null;
  attempts: number;
}

describe('deliveries that a recipient says it misses', () => {
  let bus: SpecBus;
  let topics: TopicListener;
  let number = 0;

  beforeAll(async () => {
    bus = await SpecBus.start({ REDELIVER_AFTER_MS: '60000', IN_FLIGHT_PER_RECIPIENT: '4' });
    topics = await TopicListener.start(bus.topicPrefix, ['land-registry']);
  });
  afterAll(async () => {
    await topics.stop();
    await bus.stop();
  });

  const land = () => bus.member('land-registry');
  const aDossier = (): string => dossier((number += 1));
  const delivered = (dossierCode: string): Seen[] => topics.inStream('land-registry', `dossier:${dossierCode}`);
  const arrived = (dossierCode: string, count: number): Promise<Seen[]> =>
    eventually(() => delivered(dossierCode).length >= count && delivered(dossierCode), {
      describe: `${count} deliveries of ${dossierCode}`,
    });
  const send = async (dossierCode: string, count: number): Promise<Seen[]> => {
    const sequences = Array.from({ length: count }, (_, i) => i + 1);
    await bus.exchange.process(bus.member('tax').notices(sequences.map((sequence) => ({ dossierCode, sequence }))));
    return arrived(dossierCode, count);
  };
  const itemOf = ({ headers }: Seen, outcome: AcknowledgedMessage['outcome'], cause?: string): AcknowledgedMessage => ({
    ...{ logId: headers.ce_logid ?? '', sender: 'tax', id: headers.ce_id ?? '', stream: headers.ce_partitionkey ?? '' },
    ...{ deliverySequence: Number(headers.ce_deliverysequence), outcome, at: instantText(new Date()) },
    ...(cause === undefined ? {} : { cause }),
  });
  const answer = (...items: readonly AcknowledgedMessage[]): Promise<void> =>
    bus.exchange.process(land().acknowledgement(items));
  const ask = (dossierCode: string, from: number, to: number): Promise<void> =>
    bus.exchange.process(land().resendWanted([{ stream: `dossier:${dossierCode}`, epoch: 1, from, to }]));
  const rowsOf = (dossierCode: string): Promise<DeliveryRow[]> =>
    bus.rows(
      `select seq::int as seq, state, outcome, handled_at, ack_log_id, asked_again_at, attempts
       from delivery where stream = $1 order by seq`,
      [`dossier:${dossierCode}`],
    );
  const numbers = (seen: readonly Seen[]): string[] => seen.map(({ headers }) => headers.ce_deliverysequence ?? '');

  it('come again at once, with the same id and number, and only those; the request is in the log', async () => {
    const dossierCode = aDossier();
    await send(dossierCode, 3);
    await eventually(async () => (await rowsOf(dossierCode)).every(({ state }) => state === 'produced'));
    await ask(dossierCode, 2, 3);
    const seen = await arrived(dossierCode, 5);
    expect(numbers(seen)).toEqual(['1', '2', '3', '2', '3']);
    expect(seen.slice(3).map(({ headers }) => headers.ce_id)).toEqual(
      seen.slice(1, 3).map(({ headers }) => headers.ce_id),
    );
    const logged = await bus.rows("select kind from log_entry where type = $1 and sender = 'land-registry'", [
      PROTOCOL_TYPES.resendWanted,
    ]);
    expect(logged).toEqual([{ kind: 'protocol' }]);
    await answer(...seen.slice(0, 3).map((one) => itemOf(one, 'handled')));
  });

  it('come again after they were answered as handled or discarded, and keep the answer that was recorded', async () => {
    const dossierCode = aDossier();
    const [first, second] = (await send(dossierCode, 2)) as [Seen, Seen];
    await eventually(async () => (await rowsOf(dossierCode)).every(({ state }) => state === 'produced'));
    await answer(itemOf(first, 'handled'), itemOf(second, 'discarded', 'land-registry.SLIP_UNKNOWN'));
    const before = await rowsOf(dossierCode);
    expect(before).toMatchObject([
      { state: 'acknowledged', outcome: 'handled', asked_again_at: null },
      { state: 'acknowledged', outcome: 'discarded', asked_again_at: null },
    ]);
    await ask(dossierCode, 1, 2);
    expect(numbers(await arrived(dossierCode, 4))).toEqual(['1', '2', '1', '2']);
    const open = await eventually(async () => {
      const rows = await rowsOf(dossierCode);
      return rows.every(({ state }) => state === 'produced') && rows;
    });
    const recorded = before.map(({ outcome, handled_at, ack_log_id }) => ({ outcome, handled_at, ack_log_id }));
    expect(open).toMatchObject(recorded);
    const api = await bus.api('bus-operator');
    const { body } = await api.get<Trace>(`/trace/${dossierCode}`);
    expect(body.messages[0]?.deliveries).toMatchObject([
      { outcome: 'handled', askedAgainAt: expect.any(String) as string },
    ]);
    expect(body.messages[1]?.deliveries).toMatchObject([{ outcome: 'discarded' }]);
    await answer(itemOf(first, 'handled'), itemOf(second, 'handled'));
    expect(await rowsOf(dossierCode)).toMatchObject(
      recorded.map((row) => ({ ...row, state: 'acknowledged', asked_again_at: null })),
    );
  });

  it('are not answered past a last word when nobody asked: not by an answer, not by time', async () => {
    const dossierCode = aDossier();
    const [first] = (await send(dossierCode, 1)) as [Seen];
    await eventually(async () => (await rowsOf(dossierCode)).every(({ state }) => state === 'produced'));
    await answer(itemOf(first, 'discarded', 'wrong-office'));
    await answer(itemOf(first, 'parked', 'later'));
    await answer(itemOf(first, 'handled'));
    expect(await rowsOf(dossierCode)).toMatchObject([{ state: 'acknowledged', outcome: 'discarded', attempts: 1 }]);
    await expect(bus.rows("update delivery set state = 'waiting' where outcome = 'discarded'")).rejects.toThrow(
      'delivery_last_word_stays',
    );
  });

  it('come as many as have room in flight, however many are asked for and however often', async () => {
    const dossierCode = aDossier();
    const sequences = [1, 2, 3, 4, 5, 6, 7, 8];
    await bus.exchange.process(bus.member('tax').notices(sequences.map((sequence) => ({ dossierCode, sequence }))));
    for (const from of [0, 4]) {
      const seen = await arrived(dossierCode, from + 4);
      await eventually(
        async () => (await rowsOf(dossierCode)).filter(({ state }) => state === 'produced').length === 4,
      );
      await answer(...seen.slice(from, from + 4).map((one) => itemOf(one, 'handled')));
    }
    await ask(dossierCode, 1, 9_000_000);
    await ask(dossierCode, 1, 9_000_000);
    await arrived(dossierCode, 12);
    await eventually(async () => (await rowsOf(dossierCode)).filter(({ state }) => state === 'waiting').length === 0);
    expect(numbers(delivered(dossierCode)).slice(8, 12)).toEqual(['1', '2', '3', '4']);
    expect((await rowsOf(dossierCode)).filter(({ state }) => state !== 'acknowledged').map(({ seq }) => seq)).toEqual([
      1, 2, 3, 4,
    ]);
    await answer(
      ...delivered(dossierCode)
        .slice(8, 12)
        .map((one) => itemOf(one, 'handled')),
    );
  });

  it('are only those of who asks, and what no stream has is no fault', async () => {
    const dossierCode = aDossier();
    const [first] = (await send(dossierCode, 1)) as [Seen];
    await eventually(async () => (await rowsOf(dossierCode)).every(({ state }) => state === 'produced'));
    const range = { stream: `dossier:${dossierCode}`, epoch: 1, from: 1, to: 1 };
    await bus.exchange.process(bus.member('intake').resendWanted([range]));
    await bus.exchange.process(
      land().resendWanted([
        { ...range, epoch: 7 },
        { ...range, stream: 'document:none' },
      ]),
    );
    expect(await rowsOf(dossierCode)).toMatchObject([{ state: 'produced', attempts: 1 }]);
    await answer(itemOf(first, 'handled'));
  });

  it('that a parked or stashed answer followed come again, and keep it until another comes', async () => {
    const dossierCode = aDossier();
    const [first] = (await send(dossierCode, 1)) as [Seen];
    await eventually(async () => (await rowsOf(dossierCode)).every(({ state }) => state === 'produced'));
    await answer(itemOf(first, 'parked', 'land-registry.SLIP_UNKNOWN'));
    await ask(dossierCode, 1, 1);
    await arrived(dossierCode, 2);
    expect(await rowsOf(dossierCode)).toMatchObject([{ outcome: 'parked', asked_again_at: null }]);
    await answer(itemOf(first, 'handled'));
    expect(await rowsOf(dossierCode)).toMatchObject([{ state: 'acknowledged', outcome: 'handled' }]);
  });
});
