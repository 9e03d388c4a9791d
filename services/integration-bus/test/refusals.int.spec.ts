import { generateKey, signerFromJwk } from '@lienthong/envelope';
import { FixedClock, newId } from '@lienthong/kernel';
import { ExchangeStage } from './exchange-stage.mother';

describe('a message that is not taken over', () => {
  let exchange: ExchangeStage;
  beforeAll(async () => {
    exchange = await ExchangeStage.open();
  });
  afterAll(() => exchange.close());

  it('with a bad signature is rejected, is a security event, and consumes no number', async () => {
    const dossierCode = exchange.aDossier();
    const stranger = signerFromJwk({ ...generateKey('tax-1').privateJwk });
    await exchange.bus.exchange.process(exchange.tax.notices([{ dossierCode, sequence: 1 }], stranger));
    expect(await exchange.entriesOf(dossierCode)).toMatchObject([
      { kind: 'rejected', code: 'envelope.SIGNATURE_INVALID' },
    ]);
    expect(await exchange.lastIn(dossierCode)).toBeUndefined();
  });

  it('from an unknown sender is rejected with its own code', async () => {
    const dossierCode = exchange.aDossier();
    await exchange.submit([{ dossierCode, sequence: 1, attributes: { source: '/members/ghost' } }]);
    expect(await exchange.entriesOf(dossierCode)).toMatchObject([
      { code: 'integration-bus.SENDER_UNKNOWN', facts: { sender: 'ghost' } },
    ]);
  });

  it('on another member’s topic is rejected with its own code', async () => {
    const dossierCode = exchange.aDossier();
    const records = exchange.bus.member('intake').notices([{ dossierCode, sequence: 1 }]);
    await exchange.bus.exchange.process(
      records.map((record) => ({ ...record, topic: `${exchange.bus.topicPrefix}tax.out` })),
    );
    expect(await exchange.entriesOf(dossierCode)).toMatchObject([{ code: 'integration-bus.WRONG_TOPIC' }]);
  });

  it('with changed content is rejected as not verifiable', async () => {
    const dossierCode = exchange.aDossier();
    const records = exchange.tax.notices([{ dossierCode, sequence: 1 }]);
    await exchange.bus.exchange.process(
      records.map((record) => ({ ...record, value: Buffer.from('{"text":"other"}') })),
    );
    expect(await exchange.entriesOf(dossierCode)).toMatchObject([{ code: 'integration-bus.CONTENT_CHANGED' }]);
  });

  it('without a header, or as a tombstone, is logged with its place in Kafka', async () => {
    const [record] = exchange.tax.notices([{ dossierCode: exchange.aDossier(), sequence: 1 }]);
    if (!record) throw new Error('no record');
    const { ce_time: _left, ...headers } = record.headers;
    await exchange.bus.exchange.process([
      { ...record, headers, offset: '90001' },
      { ...record, value: null, offset: '90002' },
    ]);
    const rows = await exchange.bus.rows(
      `select verdict ->> 'code' as code, content ->> 'offset' as offset from log_entry
       where content ->> 'offset' in ('90001', '90002') order by log_id`,
    );
    expect(rows).toEqual([
      { code: 'envelope.HEADER_MISSING', offset: '90001' },
      { code: 'envelope.TOMBSTONE', offset: '90002' },
    ]);
  });

  it('without a grant is rejected and consumes its number', async () => {
    const dossierCode = exchange.aDossier();
    await exchange.submit([
      { dossierCode, sequence: 1, to: [{ member: 'intake', office: 'bien-hoa' }] },
      { dossierCode, sequence: 2 },
    ]);
    expect(await exchange.entriesOf(dossierCode)).toMatchObject([
      { kind: 'rejected', code: 'integration-bus.GRANT_MISSING', facts: { recipient: 'intake' } },
      { kind: 'accepted', code: null },
    ]);
    expect(await exchange.lastIn(dossierCode)).toBe(2);
  });

  it('that violates its registered schema is rejected with every wrong field', async () => {
    const dossierCode = exchange.aDossier();
    await exchange.submit([{ dossierCode, sequence: 1, body: { dossierCode: 'x', text: '' } }]);
    expect(await exchange.entriesOf(dossierCode)).toMatchObject([
      { code: 'integration-bus.SCHEMA_VIOLATION', facts: { fields: ['text', 'dossierCode'] } },
    ]);
  });

  it('with an id made in the future is refused, again when it comes again, and is not kept as an identity', async () => {
    const dossierCode = exchange.aDossier();
    const id = newId(new FixedClock('2099-01-01T00:00:00+07:00'));
    const records = exchange.tax.notices([{ dossierCode, sequence: 1, attributes: { id } }]);
    await exchange.bus.exchange.process([...records, ...records]);
    await exchange.bus.exchange.process(records);
    expect(await exchange.entriesOf(dossierCode)).toMatchObject([{ code: 'integration-bus.ID_AHEAD' }]);
    expect(await exchange.bus.rows('select 1 from rejection where id = $1', [id])).toHaveLength(1);
    expect(await exchange.bus.rows('select 1 from known_message where id = $1', [id])).toEqual([]);
  });

  it('to an office that does not exist is rejected with its own code', async () => {
    const dossierCode = exchange.aDossier();
    await exchange.submit([{ dossierCode, sequence: 1, to: [{ member: 'land-registry', office: 'nowhere' }] }]);
    expect(await exchange.entriesOf(dossierCode)).toMatchObject([{ code: 'integration-bus.OFFICE_UNKNOWN' }]);
  });

  it('stays in the log: the app role may neither change nor delete an entry', async () => {
    await expect(exchange.bus.rows("update log_entry set kind = 'accepted'")).rejects.toThrow('permission denied');
    await expect(exchange.bus.rows('delete from log_entry')).rejects.toThrow('permission denied');
  });
});
