import { setTimeout as delay } from 'node:timers/promises';
import { type NotHandledMessage, PROTOCOL_TYPES } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import { eventually } from '@lienthong/testing';
import { type Letter, ProtocolPost } from '../src/protocol-post';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { type Seen, TopicListener } from './topic-listener.mother';

const CAUSE = 'land-registry.SLIP_UNKNOWN';
const MORE_THAN_A_SLICE = 510;
/** Several looks of either instance. */
const LOOKS_MS = 500;

describe('a sender whose message was accepted', () => {
  let bus: SpecBus;
  let topics: TopicListener;
  let number = 0;

  beforeAll(async () => {
    bus = await SpecBus.start({ TELL_NOT_HANDLED_MS: '50', REDELIVER_AFTER_MS: '60000' });
    topics = await TopicListener.start(bus.topicPrefix, ['land-registry', 'tax', 'intake']);
  });
  let second: SpecBus | undefined;
  afterEach(async () => {
    jest.restoreAllMocks();
    await second?.running.stop();
    second = undefined;
  });
  afterAll(async () => {
    await topics.stop();
    await bus.stop();
  });

  const aDossier = (): string => dossier((number += 1));
  const send = async (dossierCode: string): Promise<string> => {
    const [record] = bus.member('tax').notices([{ dossierCode, sequence: 1 }]);
    await bus.exchange.process(record ? [record] : []);
    return String(record?.headers.ce_id);
  };
  const arrived = (dossierCode: string): Promise<Seen> =>
    eventually(() => topics.inStream('land-registry', `dossier:${dossierCode}`)[0], { describe: 'the delivery' });
  const acknowledge = async (dossierCode: string, outcome: 'handled' | 'parked' | 'discarded'): Promise<void> => {
    const { headers } = await arrived(dossierCode);
    const item = {
      ...{ logId: headers.ce_logid ?? '', sender: 'tax', id: headers.ce_id ?? '', outcome, cause: CAUSE },
      ...{ stream: headers.ce_partitionkey ?? '', deliverySequence: 1, at: instantText(new Date()) },
    };
    await bus.exchange.process(bus.member('land-registry').acknowledgement([item]));
  };
  const told = (id: string): NotHandledMessage[] => toldAt('tax', id);
  const toldAt = (sender: string, id: string): NotHandledMessage[] =>
    topics
      .at(sender, ({ headers }) => headers.ce_type === PROTOCOL_TYPES.notHandled)
      .flatMap(({ value }) => (JSON.parse(value) as { items: NotHandledMessage[] }).items)
      .filter((item) => item.id === id);
  const toldOf = (id: string, ...outcomes: readonly string[]): Promise<NotHandledMessage[]> => {
    const isTold = (): boolean =>
      told(id)
        .map(({ outcome }) => outcome)
        .join() === outcomes.join();
    return eventually(() => isTold() && told(id), {
      describe: () => `${outcomes.join()}, not ${JSON.stringify(told(id))}`,
    });
  };

  it('is told once that its recipient parked it, and why; then that it was discarded', async () => {
    const dossierCode = aDossier();
    const id = await send(dossierCode);
    await acknowledge(dossierCode, 'parked');
    await acknowledge(dossierCode, 'parked');
    const [parked] = await toldOf(id, 'parked');
    expect(parked).toMatchObject({ recipient: 'land-registry', stream: `dossier:${dossierCode}`, reason: CAUSE });
    await acknowledge(dossierCode, 'discarded');
    await toldOf(id, 'parked', 'discarded');
  });

  it('is told nothing of what was handled, and is told of a void, with its reason', async () => {
    const handledCode = aDossier();
    const handled = await send(handledCode);
    await acknowledge(handledCode, 'handled');
    await bus.setState('land-registry', 'suspended');
    const voided = await send(aDossier());
    await bus.administer('update grant_row set enabled = false');
    await bus.setState('land-registry', 'active');
    expect(await toldOf(voided, 'void')).toMatchObject([{ reason: 'grant-lapsed', recipient: 'land-registry' }]);
    expect(told(handled)).toEqual([]);
    await bus.administer('update grant_row set enabled = true');
  });

  it('is told again when the bus died before it had marked it as told', async () => {
    const dossierCode = aDossier();
    const id = await send(dossierCode);
    await acknowledge(dossierCode, 'parked');
    await toldOf(id, 'parked');
    const forget = `update not_handled n set told_at = null from log_entry e
      where e.log_id = n.log_id and e.id = $1 and told_at is not null returning 1`;
    await eventually(async () => (await bus.rows(forget, [id])).length > 0, { describe: 'the mark' });
    await toldOf(id, 'parked', 'parked');
  });

  /** All that the recipient has open of these is parked. */
  const parkAll = async (ids: readonly string[]): Promise<void> => {
    const open = await bus.rows<{ logId: string; sender: string; id: string; stream: string; seq: string }>(
      `select d.log_id as "logId", e.sender, e.id, d.stream, d.seq from delivery d join log_entry e using (log_id)
       where e.id = any($1::uuid[])`,
      [ids],
    );
    const items = open.map(({ seq, ...one }) => ({
      ...{ ...one, deliverySequence: Number(seq), outcome: 'parked' as const, cause: CAUSE },
      at: instantText(new Date()),
    }));
    for (let at = 0; at < items.length; at += 400) {
      await bus.exchange.process(bus.member('land-registry').acknowledgement(items.slice(at, at + 400)));
    }
  };

  it('waits for nobody: another sender that cannot be reached has more to be told than one slice', async () => {
    await bus.administer(
      `insert into grant_row (sender, recipient, type, enabled, valid_from, purpose, legal_basis, log_id)
       select 'intake', recipient, type, enabled, valid_from, purpose, legal_basis, log_id from grant_row
       where sender = 'tax' and recipient = 'land-registry'`,
    );
    const { send: reach } = ProtocolPost.prototype;
    const isOfTax = ({ member }: Letter<unknown>): boolean => member === 'tax';
    const away = jest.spyOn(ProtocolPost.prototype, 'send').mockImplementation(function (this: ProtocolPost, letters) {
      return letters.some(isOfTax) ? Promise.resolve(['tax']) : reach.call(this, letters);
    });
    const dossierCode = aDossier();
    const many = Array.from({ length: MORE_THAN_A_SLICE }, (_, i) => ({ dossierCode, sequence: i + 1 }));
    const records = bus.member('tax').notices(many);
    await bus.exchange.process(records);
    const ids = records.map(({ headers }) => String(headers.ce_id));
    await parkAll(ids);
    const [other] = bus.member('intake').notices([{ dossierCode: aDossier(), sequence: 1 }]);
    await bus.exchange.process(other ? [other] : []);
    await parkAll([String(other?.headers.ce_id)]);
    await eventually(() => toldAt('intake', String(other?.headers.ce_id)).length === 1, {
      describe: 'the other sender',
    });
    expect(ids.flatMap(told)).toEqual([]);
    away.mockRestore();
    await eventually(() => ids.every((id) => told(id).length === 1), {
      timeoutMs: 60_000,
      describe: 'the first sender',
    });
  });

  it('is told once by two instances of the bus', async () => {
    second = await bus.another();
    const { send: reach } = ProtocolPost.prototype;
    jest.spyOn(ProtocolPost.prototype, 'send').mockImplementation(async function (this: ProtocolPost, l) {
      await delay(LOOKS_MS);
      return reach.call(this, l);
    });
    const ids = await Promise.all([aDossier(), aDossier(), aDossier()].map(send));
    await parkAll(ids);
    await eventually(() => ids.every((id) => told(id).length > 0), { describe: 'all to be told' });
    await eventually(async () => (await bus.rows('select 1 from not_handled where told_at is null')).length === 0);
    await delay(LOOKS_MS);
    expect(ids.map((id) => told(id).length)).toEqual([1, 1, 1]);
  });
});
