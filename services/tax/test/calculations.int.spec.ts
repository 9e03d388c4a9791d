import type { TestStage } from '@lienthong/testing';
import type { AssessedRevenue } from '../src/assessments/assess-transfer.rules';
import type { LawBook } from '../src/law/law-book.rules';
import { openTax } from './tax-service.mother';
import { aPriceRow } from './transfer-slip.mother';

const land = [{ parcel: '45/312', purpose: 'ODT', areaSquareMetres: '100', priceRows: [aPriceRow(8_000_000n)] }];
const days = { registeredOn: '2026-08-03', declaredOn: '2026-08-03', contractEffectiveOn: '2026-08-01' };
const sale = { kind: 'transfer', givers: [{ number: 'A' }], receivers: [{ number: 'X' }], land, ...days };

describe('calculations of the tax office', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await openTax();
  });

  afterAll(() => stage.close());

  async function estimate(change: object): Promise<Record<string, readonly string[]>> {
    const officer = await stage.as('tax-officer');
    const { status, body } = await officer.post<{ revenues: AssessedRevenue[] }>('/calculations/changes', change);
    expect(status).toBe(200);
    return Object.fromEntries(body.revenues.map(({ kind, rows }) => [kind, rows.map((row) => row.amountDong)]));
  }

  it('W6: estimates each seller and buyer by share, the exempt one with nothing', async () => {
    const home = { ground: 'sole-home', person: 'A', futureHomes: 0, heldSince: '2019-04-01', wholeProperty: true };
    const change = {
      ...sale,
      givers: [{ number: 'A', share: '1/2' }, { number: 'B', share: '1/2' }],
      receivers: [{ number: 'X', share: '3/5' }, { number: 'Y', share: '2/5' }],
      claims: [{ ...home, otherHomes: 0 }, { ...home, person: 'B', otherHomes: 1 }],
    }; // prettier-ignore
    expect(await estimate(change)).toEqual({
      'personal-income-tax': ['0', '8000000'],
      'registration-fee': ['2400000', '1600000'],
    });
  });

  it('W4, W9: estimates a house with its parts, and a gift to a stranger', async () => {
    const priceRows = [{ from: '2026-01-01', pricePerSquareMetreDong: '6500000', basis: 'province' }];
    const buildings = [{ parcel: '45/312', floorAreaSquareMetres: '150', qualityPercent: 80, priceRows }];
    const price = { totalDong: '1500000000', landDong: '900000000', buildingDong: '600000000' };
    expect(await estimate({ ...sale, buildings, price })).toEqual({
      'personal-income-tax': ['33600000'],
      'registration-fee': ['8400000'],
    });
    expect(await estimate({ ...sale, kind: 'gift' })).toEqual({
      'personal-income-tax': ['78000000'],
      'registration-fee': ['4000000'],
    });
  });

  it('W13, W15, W20: estimates late interest, instalments with their dates, and a change of purpose', async () => {
    const officer = await stage.as('tax-officer');
    const duty = { amountDong: '16000000', dueOn: '2026-09-09', until: '2026-10-05', payments: [] };
    expect((await officer.post('/calculations/late-interest', duty)).body).toEqual({
      estimate: true,
      interestDong: '120000',
      lateDays: 25,
    });
    const allocation = { kind: 'allocation', issuedOn: '2026-08-10', areaSquareMetres: '100', priceDong: '3000000' };
    expect((await officer.post('/calculations/land-use-fees', allocation)).body).toEqual({
      estimate: true,
      feeDong: '300000000',
      instalments: [
        { amountDong: '150000000', dueOn: '2026-09-09' },
        { amountDong: '150000000', dueOn: '2026-11-09' },
      ],
    });
    const garden = { ...allocation, kind: 'purpose-change', priceDong: '8000000', priceBeforeDong: '500000', quotaSquareMetres: '100' }; // prettier-ignore
    expect((await officer.post('/calculations/land-use-fees', garden)).body).toMatchObject({ feeDong: '225000000' });
  });

  it('refuses what is unreadable or incomplete, and everybody who is no tax officer', async () => {
    const officer = await stage.as('tax-officer');
    const unreadable = await officer.post('/calculations/changes', {
      ...sale,
      registeredOn: '2026-02-30',
      kind: 'loan',
    });
    expect(unreadable.status).toBe(400);
    expect((unreadable.body['faults'] as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      'kind',
      'registeredOn',
    ]);
    const claims = [{ ground: 'sole-home', person: 'A' }];
    expect(await officer.post('/calculations/changes', { ...sale, claims })).toMatchObject({
      status: 400,
      body: { code: 'tax.CLAIM_INCOMPLETE' },
    });
    const stranger = await stage.as('price-keeper');
    expect((await stranger.post('/calculations/changes', sale)).status).toBe(403);
    expect((await stranger.get('/law')).status).toBe(403);
  });

  it('shows the law of a day, with what was only told marked as a reading', async () => {
    const officer = await stage.as('tax-officer');
    const { body } = await officer.get<LawBook>('/law?on=2026-08-03');
    expect(body.regime).toMatchObject({ id: 'C', unverified: false });
    expect(body.timers).toContainEqual(expect.objectContaining({ timer: 'T5', amount: 3, reading: false }));
    expect(body.rows).toContainEqual(
      expect.objectContaining({ rule: 'L9 cap, đồng', value: '500000000', reading: true }),
    );
    expect(body.readings).toContainEqual({ question: 'feeCap', answer: 'per-asset', others: ['per-person'] });
    const then = await officer.get<LawBook>('/law?on=2019-08-05');
    expect(then.body.regime).toMatchObject({ id: 'A', unverified: true });
    expect(then.body.timers.every(({ reading }) => reading)).toBe(true);
  });
});
