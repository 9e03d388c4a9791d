import { randomUUID } from 'node:crypto';
import { fromHeaders, leafOf, PROTOCOL_TYPES, SignatureVerifier, validateBody, VoidV1 } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { Relay } from '@lienthong/messaging';
import type { Page } from '@lienthong/service-host';
import { type ApiAnswer, eventually, withClient } from '@lienthong/testing';
import { Client } from 'pg';
import type { ActView } from '../src/acts/act.view';
import { MARK_PRODUCED } from '../src/deliveries/delivery.sql';
import { LOCK_DUE, WRITE_VOIDS } from '../src/deliveries/void.sql';
import type { OpenDelivery } from '../src/deliveries/open-deliveries.query';
import { DeliveryGate } from '../src/deliveries/delivery-gate';
import { CurrentRegistry } from '../src/members/current-registry';
import type { Trace } from '../src/trace/trace';
import { SpecBus } from './bus.mother';
import { dossier, type NoticeWish } from './member.mother';
import { specNotice } from './notice.mother';
import { SpecOperatorsDesk } from './operators.mother';
import { type Seen, TopicListener } from './topic-listener.mother';
import { textOf } from './statements.mother';

const HOUR_MS = 3_600_000;

describe('a delivery number whose message may no longer be delivered', () => {
  let bus: SpecBus;
  let topics: TopicListener;
  let desk: SpecOperatorsDesk;
  let number = 0;

  beforeAll(async () => {
    bus = await SpecBus.start({ REDELIVER_AFTER_MS: '60000', DIRECTORY_AGE_MS: '3600000' });
    desk = new SpecOperatorsDesk(bus);
    topics = await TopicListener.start(bus.topicPrefix, ['land-registry']);
  });
  afterAll(async () => {
    await topics.stop();
    await bus.stop();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await bus.administer('update grant_row set enabled = true');
    await bus.setState('land-registry', 'active');
  });

  const aDossier = (): string => dossier((number += 1));
  const send = async (dossierCode: string, ...wishes: readonly Partial<NoticeWish>[]): Promise<string[]> => {
    const numbered = wishes.map((wish, i) => ({ dossierCode, sequence: i + 1, ...wish }));
    const records = bus.member('tax').notices(numbered);
    await bus.exchange.process(records);
    return records.map(({ headers }) => String(headers.ce_id));
  };
  /** Sends while the recipient is suspended: the deliveries wait. */
  const leaveWaiting = async (dossierCode: string, ...wishes: readonly Partial<NoticeWish>[]): Promise<string[]> => {
    await bus.setState('land-registry', 'suspended');
    return send(dossierCode, ...wishes);
  };
  const inAnHour = (): Partial<NoticeWish> => ({
    attributes: { expirytime: instantText(new Date(Date.now() + HOUR_MS)) },
  });
  const twoHoursPass = (): void => {
    jest.spyOn(bus.running.app.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + 2 * HOUR_MS));
  };
  const delivered = (dossierCode: string): Seen[] => topics.inStream('land-registry', `dossier:${dossierCode}`);
  const arrived = (dossierCode: string, count: number): Promise<Seen[]> =>
    eventually(() => delivered(dossierCode).length >= count && delivered(dossierCode), {
      describe: `${count} deliveries of ${dossierCode}`,
    });
  const bodyOf = (seen: Seen | undefined): VoidV1 =>
    validateBody(VoidV1, JSON.parse(seen?.value ?? '{}') as object, 'strict');
  const numbers = (seen: readonly Seen[]): string[] => seen.map(({ headers }) => headers.ce_deliverysequence ?? '');
  const acknowledge = ({ headers }: Seen): Promise<void> => {
    const item = {
      ...{ logId: headers.ce_logid ?? '', sender: (headers.ce_source ?? '').slice('/members/'.length) },
      ...{ id: headers.ce_id ?? '', stream: headers.ce_partitionkey ?? '', outcome: 'handled' as const },
      ...{ deliverySequence: Number(headers.ce_deliverysequence), at: instantText(new Date()) },
    };
    return bus.exchange.process(bus.member('land-registry').acknowledgement([item]));
  };
  const openDeliveries = async (query = ''): Promise<Page<OpenDelivery>> => {
    const api = await bus.api('bus-operator');
    return (await api.get<Page<OpenDelivery>>(`/deliveries?recipient=land-registry${query}`)).body;
  };

  it('arrives as a void that names what it replaces, signed by the bus, when the message expired while it waited', async () => {
    const dossierCode = aDossier();
    const [first, expiring, last] = await leaveWaiting(dossierCode, {}, inAnHour(), {});
    twoHoursPass();
    await bus.setState('land-registry', 'active');
    const seen = await arrived(dossierCode, 3);
    expect(numbers(seen)).toEqual(['1', '2', '3']);
    expect([seen[0]?.headers.ce_id, seen[2]?.headers.ce_id]).toEqual([first, last]);
    const voided = seen[1] as Seen;
    expect(voided.headers).toMatchObject({
      ...{ ce_type: PROTOCOL_TYPES.void, ce_source: '/members/integration-bus', ce_subject: dossierCode },
      ...{ ce_partitionkey: `dossier:${dossierCode}`, ce_epoch: '1', ce_sequence: '2', ce_deliveryepoch: '1' },
      ...{ ce_recipients: 'land-registry/bien-hoa', ce_causationid: expiring },
    });
    const { attributes, signature, signaturepath } = fromHeaders(voided.headers, Buffer.from(voided.value));
    const verifier = new SignatureVerifier(bus.running.app.get(CurrentRegistry));
    verifier.verify(leafOf(attributes), signature, signaturepath, { member: 'integration-bus', at: new Date() });
    const [original] = await bus.rows<{ leaf: Buffer }>('select leaf from known_message where id = $1', [expiring]);
    expect(bodyOf(voided)).toEqual({
      ...{ reason: 'expired', replacedType: specNotice.type, replacedSender: 'tax', replacedId: expiring },
      replacedHash: original?.leaf.toString('base64url'),
    });
    const rows = await bus.rows(
      `select v.kind, v.content ->> 'reason' as reason, o.id from delivery d join log_entry v on v.log_id = d.log_id
         join log_entry o on o.log_id = d.replaced_log_id where v.log_id = $1`,
      [voided.headers.ce_logid],
    );
    expect(rows).toEqual([{ kind: 'void', reason: 'expired', id: expiring }]);
  });

  it('arrives as a void when the grant has lapsed before the delivery', async () => {
    const dossierCode = aDossier();
    await leaveWaiting(dossierCode, {}, {});
    await bus.administer('update grant_row set enabled = false');
    await bus.setState('land-registry', 'active');
    const seen = await arrived(dossierCode, 2);
    expect(seen.map((one) => bodyOf(one).reason)).toEqual(['grant-lapsed', 'grant-lapsed']);
    expect(numbers(seen)).toEqual(['1', '2']);
  });

  it('is no void while the grant is only missing in memory: the registry is read again first', async () => {
    const dossierCode = aDossier();
    const [id] = await leaveWaiting(dossierCode, {});
    await bus.administer('update grant_row set enabled = false');
    await withClient(bus.database.migratorUrl, async (client) => {
      await client.query('update grant_row set enabled = true');
      await client.query("update member set state = 'active'");
    });
    expect((await arrived(dossierCode, 1))[0]?.headers.ce_id).toBe(id);
  });

  it('arrives as a void even when the message had been handed over in memory and expired only then', async () => {
    const dossierCode = aDossier();
    const { handOver } = Relay.prototype;
    jest.spyOn(Relay.prototype, 'handOver').mockImplementation(function (this: Relay<unknown>, rows) {
      if (rows.length > 0) twoHoursPass();
      handOver.call(this, rows);
    });
    await send(dossierCode, inAnHour());
    expect((await arrived(dossierCode, 1)).map((one) => bodyOf(one).reason)).toEqual(['expired']);
  });

  it('is held while the recipient is suspended, handed over in memory or not, and never voided for it', async () => {
    const dossierCode = aDossier();
    const judged = jest.spyOn(bus.running.app.get(DeliveryGate), 'areCurrent');
    const { handOver } = Relay.prototype;
    const kept: (() => void)[] = [];
    const keeping = jest.spyOn(Relay.prototype, 'handOver').mockImplementation(function (this: Relay<unknown>, rows) {
      kept.push(() => handOver.call(this, rows));
    });
    const ids = await send(dossierCode, {}, {});
    await bus.setState('land-registry', 'suspended');
    keeping.mockRestore();
    for (const handOverNow of kept) handOverNow();
    await eventually(() => judged.mock.results.some(({ value }) => value === false), { describe: 'them to be held' });
    ids.push(...(await send(dossierCode, { sequence: 3 })));
    expect(delivered(dossierCode)).toEqual([]);
    await bus.setState('land-registry', 'active');
    const seen = await arrived(dossierCode, 3);
    expect(seen.map(({ headers }) => headers.ce_id)).toEqual(ids);
    expect(numbers(seen)).toEqual(['1', '2', '3']);
  });

  /** As when its recipient does not answer in time. */
  async function comesAgain(dossierCode: string): Promise<void> {
    const sql = `update delivery set state = 'waiting' where stream = $1 and state = 'produced' returning seq`;
    const again = async (): Promise<boolean> => (await bus.rows(sql, [`dossier:${dossierCode}`])).length > 0;
    await eventually(again, { describe: 'the delivery to be marked as produced' });
  }

  it('stays the original when it was produced before, whatever lapsed since, unless its payload is gone', async () => {
    const dossierCode = aDossier();
    const [id] = await send(dossierCode, inAnHour());
    const [first] = await arrived(dossierCode, 1);
    twoHoursPass();
    await bus.administer('update grant_row set enabled = false');
    const again = (): Promise<void> => comesAgain(dossierCode);
    await again();
    expect((await arrived(dossierCode, 2))[1]?.headers).toMatchObject({ ce_id: id, ce_logid: first?.headers.ce_logid });
    await bus.rows('delete from payload where log_id = $1', [first?.headers.ce_logid]);
    await again();
    expect(bodyOf((await arrived(dossierCode, 3))[2])).toMatchObject({ reason: 'erased', replacedId: id });
  });

  it('is acknowledged like the message it replaces, comes again until then, and the trace says what became of it', async () => {
    const dossierCode = aDossier();
    const [id] = await leaveWaiting(dossierCode, inAnHour());
    twoHoursPass();
    await bus.setState('land-registry', 'active');
    const [voided] = await arrived(dossierCode, 1);
    await comesAgain(dossierCode);
    const again = (await arrived(dossierCode, 2))[1] as Seen;
    expect(again.headers).toMatchObject({ ce_id: voided?.headers.ce_id, ce_logid: voided?.headers.ce_logid });
    await acknowledge(again);
    const { body } = await (await bus.api('bus-operator')).get<Trace>(`/trace/${dossierCode}`);
    expect(body.messages).toMatchObject([
      { id, deliveries: [{ voided: 'expired', state: 'acknowledged', outcome: 'handled', deliverySequence: 1 }] },
    ]);
  });

  describe('by an operator of the bus', () => {
    const reason = 'sent to the wrong office';
    const propose = (logId: string): Promise<ApiAnswer<ActView>> =>
      desk.ask('discard-delivery', { recipient: 'land-registry', logId }, { reason });
    const entryOf = async (id: string | undefined): Promise<string> =>
      (await openDeliveries()).items.find((one) => one.id === id)?.logId ?? '';

    it('is discarded with a reason, which the log keeps and the void tells, once two of them agree', async () => {
      const dossierCode = aDossier();
      const [, second] = await leaveWaiting(dossierCode, {}, {}, {});
      const logId = await entryOf(second);
      const proposed = await propose(logId);
      expect(proposed).toMatchObject({ status: 201, body: { state: 'proposed' } });
      expect((await openDeliveries()).items.find((one) => one.id === second)?.toBeDiscarded).toBeUndefined();
      expect(await desk.confirm(proposed.body.id)).toMatchObject({ status: 200, body: { state: 'carried-out' } });
      expect(await propose(logId)).toMatchObject({
        ...{ status: 409, body: { code: 'integration-bus.DELIVERY_TO_BE_DISCARDED' } },
      });
      expect((await openDeliveries()).items.find((one) => one.id === second)).toMatchObject({ toBeDiscarded: reason });
      await bus.setState('land-registry', 'active');
      const seen = await arrived(dossierCode, 3);
      expect(bodyOf(seen[1])).toMatchObject({ reason: `discarded: ${reason}`, replacedId: second });
      expect(numbers(seen)).toEqual(['1', '2', '3']);
      const acts = await bus.rows("select content from log_entry where kind = 'admin'");
      expect(acts).toMatchObject([
        { content: { step: 'asked', content: { recipient: 'land-registry', logId }, reason } },
        { content: { step: 'confirmed', act: 'discard-delivery' } },
      ]);
      expect(await propose(logId)).toMatchObject({ status: 409, body: { code: 'integration-bus.DELIVERY_VOID' } });
    });

    it('goes out as it is while one of them only proposes to discard it, and then it is too late', async () => {
      const dossierCode = aDossier();
      const [id] = await leaveWaiting(dossierCode, {});
      const proposed = await propose(await entryOf(id));
      await bus.setState('land-registry', 'active');
      expect((await arrived(dossierCode, 1))[0]?.headers.ce_id).toBe(id);
      expect(await desk.confirm(proposed.body.id)).toMatchObject({
        ...{ status: 409, body: { code: 'integration-bus.DELIVERY_PRODUCED' } },
      });
    });

    it('is not discarded once it was produced: the recipient must, and the answer says so', async () => {
      const dossierCode = aDossier();
      await send(dossierCode, {});
      const [seen] = await arrived(dossierCode, 1);
      const logId = seen?.headers.ce_logid ?? '';
      const refused = await eventually(async () => {
        const answer = await propose(logId);
        return answer.status === 409 && answer;
      });
      expect(refused.body).toMatchObject({ code: 'integration-bus.DELIVERY_PRODUCED' });
      expect(
        await bus.rows("select 1 from log_entry where kind = 'admin' and content -> 'content' ->> 'logId' = $1", [
          logId,
        ]),
      ).toEqual([]);
    });

    it('needs a reason, a known delivery and the role', async () => {
      const unknown = '019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01';
      const content = { recipient: 'land-registry', logId: unknown };
      expect(await desk.ask('discard-delivery', content, { reason: '' })).toMatchObject({
        ...{ status: 400, body: { code: 'http.INPUT_INVALID' } },
      });
      expect(await propose(unknown)).toMatchObject({ status: 404, body: { code: 'integration-bus.DELIVERY_UNKNOWN' } });
      expect(await propose('x')).toMatchObject({ status: 400 });
      const monitor = await bus.api('monitor');
      const act = { kind: 'discard-delivery', content, reason };
      expect((await monitor.post('/acts', act, { 'idempotency-key': randomUUID() })).status).toBe(403);
      expect((await monitor.get('/deliveries?recipient=land-registry')).status).toBe(403);
    });
  });

  it('costs the relay no statement while there is none: many deliveries are one claim and one mark', async () => {
    const codes = Array.from({ length: 300 }, aDossier);
    await bus.setState('land-registry', 'suspended');
    await bus.exchange.process(bus.member('tax').notices(codes.map((dossierCode) => ({ dossierCode, sequence: 1 }))));
    const query = jest.spyOn(Client.prototype, 'query');
    await bus.setState('land-registry', 'active');
    await eventually(async () => (await openDeliveries()).items.every(({ state }) => state === 'produced'));
    expect(codes.every((code) => delivered(code).length <= 1)).toBe(true);
    const texts = query.mock.calls.map(([text]) => textOf(text));
    expect(texts.filter((text) => text === MARK_PRODUCED)).toHaveLength(1);
    expect(texts.filter((text) => text === LOCK_DUE || text === WRITE_VOIDS)).toEqual([]);
  });

  it('is seen among the open deliveries page by page, in order, with its state, until it is handled', async () => {
    const dossierCode = aDossier();
    const ids = await leaveWaiting(dossierCode, {}, {}, {});
    const mine = async (): Promise<OpenDelivery[]> => {
      const found: OpenDelivery[] = [];
      for (let query = '&limit=2'; ;) {
        const { items, next } = await openDeliveries(query);
        found.push(...items.filter((one) => one.dossierCode === dossierCode));
        expect(items.length).toBeLessThanOrEqual(2);
        if (next === undefined) return found;
        query = `&limit=2&cursor=${next}`;
      }
    };
    expect(await mine()).toMatchObject(ids.map((id) => ({ id, state: 'waiting', attempts: 0, sender: 'tax' })));
    await bus.setState('land-registry', 'active');
    const seen = await arrived(dossierCode, 3);
    await eventually(async () => (await mine()).every(({ state, attempts }) => state === 'produced' && attempts === 1));
    await acknowledge(seen[0] as Seen);
    expect((await mine()).map(({ id }) => id)).toEqual(ids.slice(1));
  });
});
