import { Fraction } from '@lienthong/kernel';
import { aChange, aLandPart, holder, prices } from '../../test/property-change.mother';
import { defaultReadings } from '../law/readings.data';
import { assessChange } from './assess-change.rules';
import type { Charge } from './charge.state';
import type { PropertyChange } from './property-change.state';

const M = 1_000_000n;

/** 100 m² whose price rises from 8,000,000 to 11,000,000 đồng. */
const land = (before = 8n * M, after = 11n * M): PropertyChange['land'] => [
  aLandPart({ purpose: 'TMD', priceRows: [prices(after)], priceRowsBefore: [prices(before)] }),
];

function feeOf(change: Partial<PropertyChange>): Charge | undefined {
  const all = assessChange(aChange({ kind: 'purpose-change', givers: [], land: land(), ...change }), defaultReadings);
  return all.find(({ kind }) => kind === 'land-use-fee');
}

describe('the land-use fee of a change of purpose that needs no permission (1.013992, L §3.5)', () => {
  it('is the whole difference of the two table prices on the day of declaring, and says that this was told', () => {
    expect(feeOf({})).toMatchObject({
      ...{ baseDong: 300n * M, totalDong: 300n * M, decidedOn: '2026-08-03' },
      persons: [{ payer: 'buyer', payableDong: 300n * M, exemptDong: 0n }],
      rules: [{ rule: '§3.5', trust: 'knowledge' }],
    });
  });

  it('is shared by the owners to the đồng', () => {
    const receivers = ['A', 'B', 'C'].map((name) => holder(name, '1/3'));
    const area = Fraction.parse('33.33');
    const odd = land(8_000_000n, 8_030_001n).map((part) => ({ ...part, areaSquareMetres: area }));
    expect(feeOf({ receivers, land: odd })).toMatchObject({
      totalDong: 999_933n,
      persons: [{ payableDong: 333_311n }, { payableDong: 333_311n }, { payableDong: 333_311n }],
    });
  });

  it('is lowered by what the slip states to be deducted, never below nothing', () => {
    expect(feeOf({ deductedDong: 100n * M })).toMatchObject({
      totalDong: 200n * M,
      persons: [{ arisingDong: 300n * M, exemptDong: 100n * M, decisions: [{ rule: '§3.5' }] }],
    });
    expect(feeOf({ deductedDong: 900n * M })?.totalDong).toBe(0n);
  });

  it('is nothing where the new purpose is not the dearer one, and does not arise from any other change', () => {
    expect(feeOf({ land: land(8n * M, 8n * M) })?.totalDong).toBe(0n);
    expect(feeOf({ kind: 'transfer', givers: [holder('A')], land: [aLandPart()] })).toBeUndefined();
  });
});
