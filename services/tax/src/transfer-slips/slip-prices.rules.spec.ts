import type { PriceRow, TransferSlipSentV2 } from '@lienthong/contracts';
import { dongText } from '@lienthong/kernel';
import { aContract, aParcel, aPriceRow, aSlip } from '../../test/transfer-slip.mother';
import { slipPriceFaults } from './slip-prices.rules';

const row2026 = aPriceRow(8_000_000n);
const row2027 = aPriceRow(9_000_000n, { from: '2027-01-01', to: '2027-12-31' });

function broken(slip: TransferSlipSentV2, own: readonly PriceRow[], declaredOn = '2026-08-03'): readonly string[] {
  return slipPriceFaults(slip, () => own, declaredOn).map(({ rule }) => rule);
}

describe('R6: price rows of a slip against our own table', () => {
  it('takes rows that are ours, however the coefficient is written', () => {
    expect(broken(aSlip(), [row2026, row2027])).toEqual([]);
    expect(broken(aSlip(), [{ ...row2026, adjustmentCoefficient: '1.00' }])).toEqual([]);
  });

  it.each([
    ['price', { pricePerSquareMetreDong: dongText(7_999_999n) }],
    ['coefficient', { adjustmentCoefficient: '1.1' }],
    ['decision', { decision: 'Quyết định khác' }],
    ['last day', { to: '2026-10-31' }],
  ])('returns a slip with another %s', (_what, change) => {
    expect(broken(aSlip(), [{ ...row2026, ...change }])).toEqual(['R6']);
  });

  it('returns a slip when our table has nothing for the place', () => {
    expect(broken(aSlip(), [])).toEqual(['R6', 'R6', 'R6']);
  });

  it('returns a slip that lacks the row of the day of declaring (corrections row 3)', () => {
    const slip = aSlip({ contract: aContract(1n, { effectiveDate: '2026-12-15' }), registeredOn: '2027-01-11' });
    expect(broken(slip, [row2026, row2027], '2027-01-11')).toEqual(['R6']);
    const both = { ...slip, parcels: [aParcel('100', [row2026, row2027])] };
    expect(broken(both, [row2026, row2027], '2027-01-11')).toEqual([]);
  });

  it('returns a slip that hides a later decision behind an open-ended row', () => {
    const { to: _to, ...openEnded } = row2026;
    const later = aPriceRow(9_000_000n, { from: '2026-07-01' });
    const slip = aSlip({ parcels: [aParcel('100', [openEnded])] });
    expect(broken(slip, [openEnded])).toEqual([]);
    expect(broken(slip, [openEnded, later])).toEqual(['R6', 'R6']);
  });
});
