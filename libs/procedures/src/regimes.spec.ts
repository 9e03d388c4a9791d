import { addDays } from '@lienthong/kernel';
import { landTransfer } from './land-transfer/land-transfer.procedure';
import { legalTimeOn, regimeOn } from './regimes';
import { regimes } from './regimes.data';

const limitsOf = (id: string) => landTransfer.versions[0]!.steps.find((step) => step.id === id)!.limits;

describe('the legal regime', () => {
  it('changes at midnight: a tax clock started on 30/06/2026 runs by B, on 01/07/2026 by C (corrections row 15)', () => {
    expect(regimeOn('2026-06-30').id).toBe('B');
    expect(regimeOn('2026-07-01').id).toBe('C');
  });

  it('follows the one before without a gap, and none is known before 08/08/2016', () => {
    for (const [index, regime] of regimes.slice(1).entries()) {
      expect(regime.validFrom).toBe(addDays(regimes[index]!.validTo!, 1));
    }
    expect(() => regimeOn('2016-08-07')).toThrow(expect.objectContaining({ code: 'law.REGIME_UNKNOWN' }));
  });

  it('gives the tax office 5 working days for its notices under B and 3 under C (T5)', () => {
    expect(legalTimeOn(limitsOf('issue'), '2026-06-30')).toMatchObject({
      amount: 5,
      unit: 'working-days',
      reading: false,
    });
    expect(legalTimeOn(limitsOf('issue'), '2026-07-01')).toMatchObject({
      amount: 3,
      unit: 'working-days',
      reading: false,
    });
  });

  it('asks for the receipt of a slip within 15 minutes from 03/05/2021 only (T3, corrections row 14)', () => {
    expect(legalTimeOn(limitsOf('receive-slip'), '2021-05-02')).toBeUndefined();
    expect(legalTimeOn(limitsOf('receive-slip'), '2021-05-03')).toMatchObject({ amount: 15, unit: 'minutes' });
  });
});
