import { generateKey, signerFromJwk } from '@lienthong/envelope';
import { FixedClock, newId } from '@lienthong/kernel';
import { Client } from 'pg';
import { FIND_PRIORS, LOCK_STREAMS } from '../src/exchange/exchange.sql';
import { SpecBus } from './bus.mother';
import { textOf } from './statements.mother';
import { dossier, type NoticeWish, type SpecMember } from './member.mother';

interface EntryRow {
  kind: string;
  code: string | null;
  facts: Record<string, unknown> | null;
  id: string | null;
}

describe('exchange', () => {
  let bus: SpecBus;
  let tax: SpecMember;
  let nextDossier = 0;

  beforeAll(async () => {
    bus = await SpecBus.start();
    tax = bus.member('tax');
  });
  afterAll(() => bus.stop());

  const entriesOf = (dossierCode: string): Promise<EntryRow[]> =>
    bus.rows(
      `select kind, verdict ->> 'code' as code, verdict -> 'facts' as facts, id from log_entry
       where subject = $1 order by log_id`,
      [dossierCode],
    );
  const lastIn = async (dossierCode: string, sender = 'tax'): Promise<number | undefined> => {
    const rows = await bus.rows<{ last_in: string }>('select last_in from stream_in where key = $1', [
      `${sender}|dossier:${dossierCode}`,
    ]);
    return rows[0] && Number(rows[0].last_in);
  };
  const deliveriesOf = (dossierCode: string): Promise<{ recipient: string; seq: number; id: string }[]> =>
    bus.rows(
      `select d.recipient, d.seq::int as seq, e.id from delivery d join log_entry e using (log_id)
       where e.subject = $1 order by d.recipient, d.seq`,
      [dossierCode],
    );
  const aDossier = (): string => dossier((nextDossier += 1));
  const submit = (wishes: readonly NoticeWish[]): Promise<void> => bus.exchange.process(tax.notices(wishes));

  describe('a message that is not taken over', () => {
    it('with a bad signature is rejected, is a security event, and consumes no number', async () => {
      const dossierCode = aDossier();
      const stranger = signerFromJwk({ ...generateKey('tax-1').privateJwk });
      await bus.exchange.process(tax.notices([{ dossierCode, sequence: 1 }], stranger));
      expect(await entriesOf(dossierCode)).toMatchObject([{ kind: 'rejected', code: 'envelope.SIGNATURE_INVALID' }]);
      expect(await lastIn(dossierCode)).toBeUndefined();
    });

    it('from an unknown sender is rejected with its own code', async () => {
      const dossierCode = aDossier();
      await submit([{ dossierCode, sequence: 1, attributes: { source: '/members/ghost' } }]);
      expect(await entriesOf(dossierCode)).toMatchObject([
        { code: 'integration-bus.SENDER_UNKNOWN', facts: { sender: 'ghost' } },
      ]);
    });

    it('on another member’s topic is rejected with its own code', async () => {
      const dossierCode = aDossier();
      const records = bus.member('intake').notices([{ dossierCode, sequence: 1 }]);
      await bus.exchange.process(records.map((record) => ({ ...record, topic: `${bus.topicPrefix}tax.out` })));
      expect(await entriesOf(dossierCode)).toMatchObject([{ code: 'integration-bus.WRONG_TOPIC' }]);
    });

    it('with changed content is rejected as not verifiable', async () => {
      const dossierCode = aDossier();
      const records = tax.notices([{ dossierCode, sequence: 1 }]);
      await bus.exchange.process(records.map((record) => ({ ...record, value: Buffer.from('{"text":"other"}') })));
      expect(await entriesOf(dossierCode)).toMatchObject([{ code: 'integration-bus.CONTENT_CHANGED' }]);
    });

    it('without a header, or as a tombstone, is logged with its place in Kafka', async () => {
      const [record] = tax.notices([{ dossierCode: aDossier(), sequence: 1 }]);
      if (!record) throw new Error('no record');
      const { ce_time: _left, ...headers } = record.headers;
      await bus.exchange.process([
        { ...record, headers, offset: '90001' },
        { ...record, value: null, offset: '90002' },
      ]);
      const rows = await bus.rows(
        `select verdict ->> 'code' as code, content ->> 'offset' as offset from log_entry
         where content ->> 'offset' in ('90001', '90002') order by log_id`,
      );
      expect(rows).toEqual([
        { code: 'envelope.HEADER_MISSING', offset: '90001' },
        { code: 'envelope.TOMBSTONE', offset: '90002' },
      ]);
    });

    it('without a grant is rejected and consumes its number', async () => {
      const dossierCode = aDossier();
      await submit([
        { dossierCode, sequence: 1, to: [{ member: 'intake', office: 'bien-hoa' }] },
        { dossierCode, sequence: 2 },
      ]);
      expect(await entriesOf(dossierCode)).toMatchObject([
        { kind: 'rejected', code: 'integration-bus.GRANT_MISSING', facts: { recipient: 'intake' } },
        { kind: 'accepted', code: null },
      ]);
      expect(await lastIn(dossierCode)).toBe(2);
    });

    it('that violates its registered schema is rejected with every wrong field', async () => {
      const dossierCode = aDossier();
      await submit([{ dossierCode, sequence: 1, body: { dossierCode: 'x', text: '' } }]);
      expect(await entriesOf(dossierCode)).toMatchObject([
        { code: 'integration-bus.SCHEMA_VIOLATION', facts: { fields: ['text', 'dossierCode'] } },
      ]);
    });

    it('with an id made in the future is refused, again when it comes again, and is not kept as an identity', async () => {
      const dossierCode = aDossier();
      const id = newId(new FixedClock('2099-01-01T00:00:00+07:00'));
      const records = tax.notices([{ dossierCode, sequence: 1, attributes: { id } }]);
      await bus.exchange.process([...records, ...records]);
      await bus.exchange.process(records);
      expect(await entriesOf(dossierCode)).toMatchObject([{ code: 'integration-bus.ID_AHEAD' }]);
      expect(await bus.rows('select 1 from rejection where id = $1', [id])).toHaveLength(1);
      expect(await bus.rows('select 1 from known_message where id = $1', [id])).toEqual([]);
    });

    it('to an office that does not exist is rejected with its own code', async () => {
      const dossierCode = aDossier();
      await submit([{ dossierCode, sequence: 1, to: [{ member: 'land-registry', office: 'nowhere' }] }]);
      expect(await entriesOf(dossierCode)).toMatchObject([{ code: 'integration-bus.OFFICE_UNKNOWN' }]);
    });

    it('stays in the log: the app role may neither change nor delete an entry', async () => {
      await expect(bus.rows("update log_entry set kind = 'accepted'")).rejects.toThrow('permission denied');
      await expect(bus.rows('delete from log_entry')).rejects.toThrow('permission denied');
    });
  });

  describe('a message that comes again', () => {
    it('is answered as before and changes nothing, alone or in one batch', async () => {
      const dossierCode = aDossier();
      const records = tax.notices([{ dossierCode, sequence: 1 }]);
      await bus.exchange.process([...records, ...records]);
      await bus.exchange.process(records);
      expect(await entriesOf(dossierCode)).toHaveLength(1);
      expect(await deliveriesOf(dossierCode)).toHaveLength(1);
      expect(await lastIn(dossierCode)).toBe(1);
    });

    it('after it was rejected is not logged twice', async () => {
      const dossierCode = aDossier();
      const records = tax.notices([{ dossierCode, sequence: 1, body: { wrong: true } }]);
      await bus.exchange.process(records);
      await bus.exchange.process(records);
      expect(await entriesOf(dossierCode)).toHaveLength(1);
    });

    it('with other content is rejected with both hashes, and the first stays (F28)', async () => {
      const dossierCode = aDossier();
      const [first] = tax.notices([{ dossierCode, sequence: 1 }]);
      if (!first) throw new Error('no record');
      const id = String(first.headers.ce_id);
      const [second] = tax.notices([
        { dossierCode, sequence: 1, body: { dossierCode, text: 'other' }, attributes: { id } },
      ]);
      if (!second) throw new Error('no record');
      await bus.exchange.process([first]);
      await bus.exchange.process([second]);
      await bus.exchange.process([second]);
      const facts = { knownHash: first.headers.ce_contenthash, receivedHash: second.headers.ce_contenthash };
      expect(await entriesOf(dossierCode)).toMatchObject([
        { kind: 'accepted' },
        { kind: 'rejected', code: 'integration-bus.IDENTITY_CONFLICT', facts },
      ]);
      expect(await deliveriesOf(dossierCode)).toHaveLength(1);
    });

    it('under a number of another message is rejected and consumes nothing', async () => {
      const dossierCode = aDossier();
      await submit([{ dossierCode, sequence: 1 }]);
      await submit([{ dossierCode, sequence: 1, body: { dossierCode, text: 'other' } }]);
      expect((await entriesOf(dossierCode)).map(({ code }) => code)).toEqual([
        null,
        'integration-bus.SEQUENCE_CONFLICT',
      ]);
      expect(await lastIn(dossierCode)).toBe(1);
    });
  });

  describe('numbers', () => {
    it('higher than expected wait until the gap closes, and are then taken in order', async () => {
      const dossierCode = aDossier();
      const records = tax.notices([1, 2, 3, 4].map((sequence) => ({ dossierCode, sequence })));
      const [one, two, three, four] = records.map((record) => [record]);
      await bus.exchange.process(one ?? []);
      await bus.exchange.process(four ?? []);
      await bus.exchange.process(three ?? []);
      await bus.exchange.process(three ?? []);
      expect(await lastIn(dossierCode)).toBe(1);
      const key = `tax|dossier:${dossierCode}`;
      expect(await bus.rows('select stashed from stream_in where key = $1', [key])).toEqual([{ stashed: 2 }]);
      await bus.exchange.process(two ?? []);
      expect(await lastIn(dossierCode)).toBe(4);
      const deliveries = await deliveriesOf(dossierCode);
      expect(deliveries.map(({ id }) => id)).toEqual(records.map((record) => record.headers.ce_id));
      expect(await bus.rows('select stashed from stream_in where key = $1', [key])).toEqual([{ stashed: 0 }]);
      expect(await bus.rows('select 1 from stash where key = $1', [key])).toEqual([]);
    });

    it('that come again beside what closes another gap stay stashed', async () => {
      const dossierCode = aDossier();
      const records = tax.notices([1, 2, 3, 4].map((sequence) => ({ dossierCode, sequence })));
      const [one = [], two = [], three = [], four = []] = records.map((record) => [record]);
      await bus.exchange.process(one);
      await bus.exchange.process(four);
      await bus.exchange.process([...four, ...two]);
      expect(await lastIn(dossierCode)).toBe(2);
      await bus.exchange.process(three);
      expect(await lastIn(dossierCode)).toBe(4);
    });

    it('that waited but no longer verify are rejected and leave the stash', async () => {
      const dossierCode = aDossier();
      const records = tax.notices([1, 2, 3].map((sequence) => ({ dossierCode, sequence })));
      const [one = [], two = [], three = []] = records.map((record) => [record]);
      await bus.exchange.process(one);
      await bus.exchange.process(three);
      const key = `tax|dossier:${dossierCode}`;
      await bus.rows("update stash set value = '{}' where key = $1", [key]);
      await bus.exchange.process(two);
      expect(await entriesOf(dossierCode)).toMatchObject([
        { kind: 'accepted' },
        { kind: 'accepted' },
        { kind: 'rejected', code: 'integration-bus.CONTENT_CHANGED' },
      ]);
      expect(await bus.rows('select 1 from stash where key = $1', [key])).toEqual([]);
      expect(await bus.rows('select stashed from stream_in where key = $1', [key])).toEqual([{ stashed: 0 }]);
      await bus.exchange.process(three);
      expect(await lastIn(dossierCode)).toBe(3);
    });

    it('of deliveries are gap-free per recipient and stream, whatever was rejected between', async () => {
      const codes = [aDossier(), aDossier()];
      for (const start of [1, 6]) {
        const wishes = [0, 1, 2, 3, 4].flatMap((i) =>
          codes.map((dossierCode) => ({
            dossierCode,
            sequence: start + i,
            ...(i === 2 ? { body: { wrong: true } } : {}),
          })),
        );
        await submit(wishes);
      }
      for (const code of codes) {
        expect((await deliveriesOf(code)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      }
    });

    it('stay gap-free when two transactions write to one recipient at once', async () => {
      const codes = Array.from({ length: 20 }, aDossier);
      const batches = [codes, [...codes].reverse()].map((order, half) =>
        tax.notices(order.map((dossierCode) => ({ dossierCode, sequence: half + 1 }))),
      );
      await Promise.all(batches.map((records) => bus.exchange.process(records)));
      await bus.exchange.process(batches.flat());
      for (const code of codes) expect((await deliveriesOf(code)).map(({ seq }) => seq)).toEqual([1, 2]);
    });
  });

  it('finds a row that another instance wrote meanwhile to be a conflict to try again, not a message to refuse', async () => {
    const dossierCode = aDossier();
    const records = tax.notices([{ dossierCode, sequence: 1 }]);
    const id = String(records[0]?.headers.ce_id);
    const clients = Client.prototype as { query: (...args: unknown[]) => Promise<unknown> };
    const original = clients.query;
    const query = jest.spyOn(clients, 'query').mockImplementation(async function (this: unknown, ...args: unknown[]) {
      const found = await original.apply(this, args);
      if (textOf(args[0]) !== FIND_PRIORS) return found;
      query.mockRestore();
      await bus.rows("insert into known_message values ('tax', $1, '\\x00', '', $1)", [id]);
      return found;
    });
    await expect(bus.exchange.process(records)).rejects.toMatchObject({ code: '23505' });
    expect(await entriesOf(dossierCode)).toEqual([]);
    await bus.exchange.process(records, 2);
    expect(await entriesOf(dossierCode)).toMatchObject([{ code: 'integration-bus.IDENTITY_CONFLICT' }]);
  });

  it('takes 500 messages over in one transaction of at most 7 statements', async () => {
    const codes = Array.from({ length: 100 }, aDossier);
    const records = tax.notices(
      codes.flatMap((dossierCode) => [1, 2, 3, 4, 5].map((sequence) => ({ dossierCode, sequence }))),
    );
    const query = jest.spyOn(Client.prototype, 'query');
    await bus.exchange.process(records);
    const transactions = exchangesOf(
      query.mock.calls.map(([text], i) => ({ text: textOf(text), by: query.mock.contexts[i] })),
    );
    query.mockRestore();
    expect(records).toHaveLength(500);
    expect(transactions).toHaveLength(1);
    expect(transactions[0]?.length).toBeLessThanOrEqual(7);
    const [counted] = await bus.rows<{ n: number }>(
      "select count(*)::int as n from log_entry where kind = 'accepted' and subject = any($1)",
      [codes],
    );
    expect(counted?.n).toBe(500);
  });
});

/** The statements of each exchange, begin and commit included; other work may run on other connections meanwhile. */
function exchangesOf(calls: readonly { readonly text: string; readonly by: unknown }[]): string[][] {
  return calls
    .filter(({ text }) => text === LOCK_STREAMS)
    .map((lock) => {
      const own = calls.filter(({ by }) => by === lock.by).map(({ text }) => text);
      const locked = own.indexOf(LOCK_STREAMS);
      return own.slice(own.lastIndexOf('begin', locked), own.indexOf('commit', locked) + 1);
    });
}
