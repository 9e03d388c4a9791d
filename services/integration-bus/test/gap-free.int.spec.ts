import { ExchangeStage } from './exchange-stage.mother';

describe('numbers', () => {
  let exchange: ExchangeStage;
  beforeAll(async () => {
    exchange = await ExchangeStage.open();
  });
  afterAll(() => exchange.close());

  it('higher than expected wait until the gap closes, and are then taken in order', async () => {
    const dossierCode = exchange.aDossier();
    const records = exchange.tax.notices([1, 2, 3, 4].map((sequence) => ({ dossierCode, sequence })));
    const [one, two, three, four] = records.map((record) => [record]);
    await exchange.bus.exchange.process(one ?? []);
    await exchange.bus.exchange.process(four ?? []);
    await exchange.bus.exchange.process(three ?? []);
    await exchange.bus.exchange.process(three ?? []);
    expect(await exchange.lastIn(dossierCode)).toBe(1);
    const key = `tax|dossier:${dossierCode}`;
    expect(await exchange.bus.rows('select stashed from stream_in where key = $1', [key])).toEqual([{ stashed: 2 }]);
    await exchange.bus.exchange.process(two ?? []);
    expect(await exchange.lastIn(dossierCode)).toBe(4);
    const deliveries = await exchange.deliveriesOf(dossierCode);
    expect(deliveries.map(({ id }) => id)).toEqual(records.map((record) => record.headers.ce_id));
    expect(await exchange.bus.rows('select stashed from stream_in where key = $1', [key])).toEqual([{ stashed: 0 }]);
    expect(await exchange.bus.rows('select 1 from stash where key = $1', [key])).toEqual([]);
  });

  it('that come again beside what closes another gap stay stashed', async () => {
    const dossierCode = exchange.aDossier();
    const records = exchange.tax.notices([1, 2, 3, 4].map((sequence) => ({ dossierCode, sequence })));
    const [one = [], two = [], three = [], four = []] = records.map((record) => [record]);
    await exchange.bus.exchange.process(one);
    await exchange.bus.exchange.process(four);
    await exchange.bus.exchange.process([...four, ...two]);
    expect(await exchange.lastIn(dossierCode)).toBe(2);
    await exchange.bus.exchange.process(three);
    expect(await exchange.lastIn(dossierCode)).toBe(4);
  });

  it('that waited but no longer verify are rejected and leave the stash', async () => {
    const dossierCode = exchange.aDossier();
    const records = exchange.tax.notices([1, 2, 3].map((sequence) => ({ dossierCode, sequence })));
    const [one = [], two = [], three = []] = records.map((record) => [record]);
    await exchange.bus.exchange.process(one);
    await exchange.bus.exchange.process(three);
    const key = `tax|dossier:${dossierCode}`;
    await exchange.bus.rows("update stash set value = '{}' where key = $1", [key]);
    await exchange.bus.exchange.process(two);
    expect(await exchange.entriesOf(dossierCode)).toMatchObject([
      { kind: 'accepted' },
      { kind: 'accepted' },
      { kind: 'rejected', code: 'integration-bus.CONTENT_CHANGED' },
    ]);
    expect(await exchange.bus.rows('select 1 from stash where key = $1', [key])).toEqual([]);
    expect(await exchange.bus.rows('select stashed from stream_in where key = $1', [key])).toEqual([{ stashed: 0 }]);
    await exchange.bus.exchange.process(three);
    expect(await exchange.lastIn(dossierCode)).toBe(3);
  });

  it('of deliveries are gap-free per recipient and stream, whatever was rejected between', async () => {
    const codes = [exchange.aDossier(), exchange.aDossier()];
    for (const start of [1, 6]) {
      const wishes = [0, 1, 2, 3, 4].flatMap((i) =>
        codes.map((dossierCode) => ({
          dossierCode,
          sequence: start + i,
          ...(i === 2 ? { body: { wrong: true } } : {}),
        })),
      );
      await exchange.submit(wishes);
    }
    for (const code of codes) {
      expect((await exchange.deliveriesOf(code)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    }
  });

  it('stay gap-free when two transactions write to one recipient at once', async () => {
    const codes = Array.from({ length: 20 }, () => exchange.aDossier());
    const batches = [codes, [...codes].reverse()].map((order, half) =>
      exchange.tax.notices(order.map((dossierCode) => ({ dossierCode, sequence: half + 1 }))),
    );
    await Promise.all(batches.map((records) => exchange.bus.exchange.process(records)));
    await exchange.bus.exchange.process(batches.flat());
    for (const code of codes) expect((await exchange.deliveriesOf(code)).map(({ seq }) => seq)).toEqual([1, 2]);
  });
});
