import { dongText } from '@lienthong/kernel';
import { pricesOfW2, sentSlip } from '../../test/land-dossier.mother';
import { addRow, rowsTouching } from './price-position.rules';
import { rowFaults } from './register-price-rows.rules';

const [row] = sentSlip.parcels[0]!.priceRows;

describe('the price table', () => {
  it('takes the same row again without a change, however its coefficient is written', () => {
    expect(addRow(pricesOfW2(), { ...row!, adjustmentCoefficient: '1.0' })).toEqual({ kind: 'known' });
  });

  it('never overwrites a row with other values', () => {
    expect(addRow(pricesOfW2(), { ...row!, pricePerSquareMetreDong: dongText(9_000_000n) }).kind).toBe('differs');
    expect(addRow(pricesOfW2(), { ...row!, to: '2026-11-30' }).kind).toBe('differs');
  });

  it('has one price a day: an overlapping period is refused, the next day is taken', () => {
    expect(addRow(pricesOfW2(), { ...row!, from: '2026-12-31', to: '2027-12-31' }).kind).toBe('overlaps');
    expect(addRow(pricesOfW2(), { ...row!, from: '2025-06-01', to: '2026-01-01' }).kind).toBe('overlaps');
    expect(addRow(pricesOfW2(), { ...row!, from: '2027-01-01' }).kind).toBe('added');
  });

  it('counts both ends of a period, and an open one for ever', () => {
    const { to: _to, ...open } = row!;
    expect(rowsTouching([row!], ['2026-01-01'])).toEqual([row]);
    expect(rowsTouching([row!], ['2026-12-31'])).toEqual([row]);
    expect(rowsTouching([row!], ['2025-12-31', '2027-01-01'])).toEqual([]);
    expect(rowsTouching([open], ['2099-01-01'])).toEqual([open]);
  });

  it('names every fault of a row', () => {
    const wrong = {
      ...row!,
      from: '2026-12-31',
      to: '2026-01-01',
      communeCode: '99999',
      pricePerSquareMetreDong: dongText(0n),
    };
    expect(rowFaults([wrong], '2026-08-03').map(({ path }) => path)).toEqual([
      'rows[0].to',
      'rows[0].pricePerSquareMetreDong',
      'rows[0].communeCode',
    ]);
  });
});
