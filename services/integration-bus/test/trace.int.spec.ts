import { type AcknowledgedMessage } from '@lienthong/envelope';
import { instantText, localDate } from '@lienthong/kernel';
import type { WireRecord } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { eventually } from '@lienthong/testing';
import type { ExchangeFigures } from '../src/figures/figures.query';
import type { MemberBehind } from '../src/figures/who-is-behind.query';
import type { Trace, TracedDelivery } from '../src/trace/trace';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { specNotice } from './notice.mother';

const LAND = { member: 'land-registry', office: 'bien-hoa' };

/** What an operator is told of one dossier and of one member. */
describe('the trace of a dossier', () => {
  let bus: SpecBus;
  beforeAll(async () => {
    bus = await SpecBus.start({ REDELIVER_AFTER_MS: '60000', IN_FLIGHT_PER_RECIPIENT: '2' });
  });
  afterAll(() => bus.stop());

  const traceOf = async (code: string): Promise<Trace> =>
    (await (await bus.api('bus-operator')).get<Trace>(`/trace/${code}`)).body;
  const deliveriesOf = async (code: string): Promise<TracedDelivery[]> =>
    (await traceOf(code)).messages.flatMap(({ deliveries }) => deliveries);
  const places = async (code: string): Promise<(string | undefined)[]> =>
    (await deliveriesOf(code)).map(({ waits }) => waits);
  const send = async (code: string, ...sequences: number[]): Promise<WireRecord[]> => {
    const records = bus
      .member('tax')
      .notices(sequences.map((sequence) => ({ dossierCode: code, sequence, to: [LAND] })));
    await bus.exchange.process(records);
    return records;
  };
  const say = async (
    code: string,
    number: number,
    word: Pick<AcknowledgedMessage, 'outcome' | 'cause'>,
  ): Promise<void> => {
    const message = (await traceOf(code)).messages[number - 1];
    const item = {
      ...{ logId: message?.logId ?? '', sender: 'tax', id: message?.id ?? '', stream: message?.stream ?? '' },
      ...{ deliverySequence: number, at: instantText(new Date()), ...word },
    };
    await bus.exchange.process(bus.member('land-registry').acknowledgement([item]));
  };

  it('names every message and every word of its recipient, and where each delivery waits', async () => {
    const code = dossier(1);
    await send(code, 1, 2, 3);
    await eventually(async () => String(await places(code)) === 'unanswered,unanswered,no-room', {
      describe: async () => `two in flight and one without room, not ${String(await places(code))}`,
    });
    await say(code, 2, { outcome: 'stashed' });
    await say(code, 1, { outcome: 'parked', cause: 'land-registry.SLIP_UNKNOWN' });
    await eventually(async () => String(await places(code)) === 'parked,stashed,unanswered');
    const [parked, stashed] = await deliveriesOf(code);
    expect(parked).toMatchObject({
      outcome: 'parked',
      cause: 'land-registry.SLIP_UNKNOWN',
      waitsSince: expect.any(String) as string,
    });
    expect(stashed).toMatchObject({ outcome: 'stashed', behind: 1 });
    await say(code, 1, { outcome: 'handled' });
    await say(code, 2, { outcome: 'handled' });
    await say(code, 3, { outcome: 'handled' });
    const all = await deliveriesOf(code);
    expect(all.map(({ waits }) => waits)).toEqual([undefined, undefined, undefined]);
    expect(all.map(({ acknowledgements }) => acknowledgements.map(({ outcome }) => outcome))).toEqual([
      ['parked', 'handled'],
      ['stashed', 'handled'],
      ['handled'],
    ]);
    expect(all[0]?.acknowledgements[0]).toMatchObject({
      cause: 'land-registry.SLIP_UNKNOWN',
      ackLogId: expect.any(String) as string,
    });
    const [first] = (await traceOf(code)).messages;
    expect(first).toMatchObject({
      epoch: 1,
      sequence: 1,
      schema: specNotice.dataschema,
      hash: expect.stringMatching(/^.{43}$/) as string,
    });
  });

  it('tells a suspended recipient from one without room, and what an operator set aside', async () => {
    const code = dossier(2);
    await bus.setState('land-registry', 'suspended');
    await send(code, 1, 2);
    expect(await places(code)).toEqual(['recipient-suspended', 'recipient-suspended']);
    const [, second] = (await traceOf(code)).messages;
    const content = { recipient: 'land-registry', logId: second?.logId };
    const act = { kind: 'discard-delivery', content, reason: 'sent twice by mistake' };
    const asked = await (await bus.api('bus-operator')).post('/acts', act, { 'idempotency-key': 'discard-2' });
    expect(asked.status).toBe(201);
    expect(await places(code)).toEqual(['recipient-suspended', 'to-be-discarded']);
    await bus.setState('land-registry', 'active');
    await eventually(async () => String(await places(code)) === 'unanswered,unanswered');
    expect((await deliveriesOf(code)).map(({ voided }) => voided)).toEqual([
      undefined,
      'discarded: sent twice by mistake',
    ]);
    await say(code, 1, { outcome: 'handled' });
  });

  it('shows what was refused, and what waits for numbers that are still in the outbox of the sender', async () => {
    const code = dossier(3);
    const strangers = [{ member: 'intake', office: 'bien-hoa' }];
    await bus.exchange.process(bus.member('tax').notices([{ dossierCode: code, sequence: 1, to: strangers }]));
    await send(code, 4, 5);
    const { messages, refused, behindGaps } = await traceOf(code);
    expect(messages).toEqual([]);
    expect(refused).toMatchObject([{ sender: 'tax', code: 'integration-bus.GRANT_MISSING', isVerified: true }]);
    expect(behindGaps.map(({ sequence, missingFrom, missingTo }) => [sequence, missingFrom, missingTo])).toEqual([
      [4, 2, 3],
      [5, 2, 3],
    ]);
    expect(behindGaps[0]).toMatchObject({ sender: 'tax', stream: `dossier:${code}`, epoch: 1 });
  });

  it('is one query of the database', async () => {
    const asked = jest.spyOn(bus.running.app.get(UnitOfWork), 'query');
    await traceOf(dossier(1));
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });

  it('goes with who is behind: what waits for each member, since when, its pace, and its own gaps', async () => {
    const members = async (): Promise<MemberBehind[]> =>
      (await (await bus.api('bus-operator')).get<{ members: MemberBehind[] }>('/behind')).body.members;
    const land = await eventually(async () => {
      const found = (await members()).find(({ member }) => member === 'land-registry');
      return found?.inFlight === 1 && found;
    });
    expect(land).toMatchObject({
      state: 'active',
      transport: 'kafka',
      waiting: 0,
      parked: 0,
      stashed: 0,
      behindGaps: 0,
      oldestSince: expect.any(String) as string,
      lastSeenAt: expect.any(String) as string,
    });
    expect(land.handledPerMinute).toBe(0.8);
    expect((await members())[0]?.member).toBe('land-registry');
    expect((await members()).find(({ member }) => member === 'tax')).toMatchObject({
      ...{ waiting: 0, inFlight: 0, handledPerMinute: 0, behindGaps: 2, gapSince: expect.any(String) as string },
    });
  });

  it('goes with figures by day, member and type: sent, refused, received, handled, set aside', async () => {
    const day = localDate(new Date());
    const figuresOf = async (query: string): Promise<ExchangeFigures> =>
      (await (await bus.api('bus-operator')).get<ExchangeFigures>(`/figures${query}`)).body;
    const { figures, isCut } = await figuresOf('');
    expect(isCut).toBe(false);
    expect(figures).toEqual([
      {
        day,
        member: 'land-registry',
        type: specNotice.type,
        sent: 0,
        rejected: 0,
        received: 5,
        handled: 4,
        discarded: 1,
      },
      { day, member: 'tax', type: specNotice.type, sent: 5, rejected: 1, received: 0, handled: 0, discarded: 0 },
    ]);
    expect((await figuresOf('?member=tax')).figures).toHaveLength(1);
    expect((await figuresOf('?from=2020-01-01&to=2020-01-31')).figures).toEqual([]);
    const tooLong = await (await bus.api('bus-operator')).get('/figures?from=2020-01-01&to=2020-02-01');
    expect(tooLong).toMatchObject({ status: 400, body: { code: 'integration-bus.DAYS_INVALID' } });
  });
});
