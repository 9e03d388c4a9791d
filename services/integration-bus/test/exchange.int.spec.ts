import { Client } from 'pg';
import { FIND_PRIORS, LOCK_STREAMS } from '../src/exchange/exchange.sql';
import { ExchangeStage } from './exchange-stage.mother';
import { textOf } from './statements.mother';

describe('exchange', () => {
  let exchange: ExchangeStage;
  beforeAll(async () => {
    exchange = await ExchangeStage.open();
  });
  afterAll(() => exchange.close());

  describe('a message that comes again', () => {
    it('is answered as before and changes nothing, alone or in one batch', async () => {
      const dossierCode = exchange.aDossier();
      const records = exchange.tax.notices([{ dossierCode, sequence: 1 }]);
      await exchange.bus.exchange.process([...records, ...records]);
      await exchange.bus.exchange.process(records);
      expect(await exchange.entriesOf(dossierCode)).toHaveLength(1);
      expect(await exchange.deliveriesOf(dossierCode)).toHaveLength(1);
      expect(await exchange.lastIn(dossierCode)).toBe(1);
    });

    it('after it was rejected is not logged twice', async () => {
      const dossierCode = exchange.aDossier();
      const records = exchange.tax.notices([{ dossierCode, sequence: 1, body: { wrong: true } }]);
      await exchange.bus.exchange.process(records);
      await exchange.bus.exchange.process(records);
      expect(await exchange.entriesOf(dossierCode)).toHaveLength(1);
    });

    it('with other content is rejected with both hashes, and the first stays (F28)', async () => {
      const dossierCode = exchange.aDossier();
      const [first] = exchange.tax.notices([{ dossierCode, sequence: 1 }]);
      if (!first) throw new Error('no record');
      const id = String(first.headers.ce_id);
      const [second] = exchange.tax.notices([
        { dossierCode, sequence: 1, body: { dossierCode, text: 'other' }, attributes: { id } },
      ]);
      if (!second) throw new Error('no record');
      await exchange.bus.exchange.process([first]);
      await exchange.bus.exchange.process([second]);
      await exchange.bus.exchange.process([second]);
      const facts = { knownHash: first.headers.ce_contenthash, receivedHash: second.headers.ce_contenthash };
      expect(await exchange.entriesOf(dossierCode)).toMatchObject([
        { kind: 'accepted' },
        { kind: 'rejected', code: 'integration-bus.IDENTITY_CONFLICT', facts },
      ]);
      expect(await exchange.deliveriesOf(dossierCode)).toHaveLength(1);
    });

    it('under a number of another message is rejected and consumes nothing', async () => {
      const dossierCode = exchange.aDossier();
      await exchange.submit([{ dossierCode, sequence: 1 }]);
      await exchange.submit([{ dossierCode, sequence: 1, body: { dossierCode, text: 'other' } }]);
      expect((await exchange.entriesOf(dossierCode)).map(({ code }) => code)).toEqual([
        null,
        'integration-bus.SEQUENCE_CONFLICT',
      ]);
      expect(await exchange.lastIn(dossierCode)).toBe(1);
    });
  });

  it('finds a row that another instance wrote meanwhile to be a conflict to try again, not a message to refuse', async () => {
    const dossierCode = exchange.aDossier();
    const records = exchange.tax.notices([{ dossierCode, sequence: 1 }]);
    const id = String(records[0]?.headers.ce_id);
    const clients = Client.prototype as { query: (...args: unknown[]) => Promise<unknown> };
    const original = clients.query;
    const query = jest.spyOn(clients, 'query').mockImplementation(async function (this: unknown, ...args: unknown[]) {
      const found = await original.apply(this, args);
      if (textOf(args[0]) !== FIND_PRIORS) return found;
      query.mockRestore();
      await exchange.bus.rows("insert into known_message values ('tax', $1, '\\x00', '', $1)", [id]);
      return found;
    });
    await expect(exchange.bus.exchange.process(records)).rejects.toMatchObject({ code: '23505' });
    expect(await exchange.entriesOf(dossierCode)).toEqual([]);
    await exchange.bus.exchange.process(records, 2);
    expect(await exchange.entriesOf(dossierCode)).toMatchObject([{ code: 'integration-bus.IDENTITY_CONFLICT' }]);
  });

  it('takes 500 messages over in one transaction of at most 7 statements', async () => {
    const codes = Array.from({ length: 100 }, () => exchange.aDossier());
    const records = exchange.tax.notices(
      codes.flatMap((dossierCode) => [1, 2, 3, 4, 5].map((sequence) => ({ dossierCode, sequence }))),
    );
    const query = jest.spyOn(Client.prototype, 'query');
    await exchange.bus.exchange.process(records);
    const transactions = exchangesOf(
      query.mock.calls.map(([text], i) => ({ text: textOf(text), by: query.mock.contexts[i] })),
    );
    query.mockRestore();
    expect(records).toHaveLength(500);
    expect(transactions).toHaveLength(1);
    expect(transactions[0]?.length).toBeLessThanOrEqual(7);
    const [counted] = await exchange.bus.rows<{ n: number }>(
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
