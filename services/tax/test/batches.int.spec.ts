import type { Problem } from '@lienthong/service-host';
import { type TestStage, withClient } from '@lienthong/testing';
import { openTax } from './tax-service.mother';
import { aParcel, aPriceRow } from './transfer-slip.mother';

const row = aPriceRow(8_000_000n);
const { communeCode, purpose } = aParcel('100', [row]);

describe('a batch of price rows', () => {
  let stage: TestStage;
  beforeAll(async () => {
    stage = await openTax();
  });
  afterAll(() => stage.close());

  const rowAt = (position: string, change: object = {}): object => ({
    communeCode,
    purpose,
    position,
    ...row,
    ...change,
  });
  const kept = async (): Promise<number> =>
    withClient(stage.service.database.appUrl, async (client) => {
      const { rows } = await client.query<{ n: number }>('select count(*)::int as n from land_price');
      return rows[0]?.n ?? -1;
    });

  it.each([
    ['a price that is no amount', { pricePerSquareMetreDong: '8.000.000' }, 'rows[1].pricePerSquareMetreDong'],
    ['a day that no calendar has', { from: '2026-02-30' }, 'rows[1].from'],
  ])('with %s is refused whole, and names the row', async (_what, change, path) => {
    const rows = [rowAt('VT1'), rowAt('VT2', change), rowAt('VT3')];
    const keeper = await stage.as('price-keeper');
    const { status, body } = await keeper.post<Problem>('/price-rows', { rows });
    expect([status, body.faults?.map((fault) => fault.path)]).toEqual([400, [path]]);
    expect(await kept()).toBe(0);
  });

  it('of which the last contradicts what is known leaves nothing of the others', async () => {
    const keeper = await stage.as('price-keeper');
    expect((await keeper.post('/price-rows', { rows: [rowAt('VT9')] })).status).toBe(200);
    const rows = [rowAt('VT1'), rowAt('VT9', { pricePerSquareMetreDong: '9000000' })];
    expect((await keeper.post('/price-rows', { rows })).status).toBe(409);
    expect(await kept()).toBe(1);
  });
});
