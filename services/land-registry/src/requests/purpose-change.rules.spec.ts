import type { LandRequest } from '@lienthong/contracts';
import { dongText } from '@lienthong/kernel';
import { pricesOfW2, W2 } from '../../test/land-dossier.mother';
import { type PricePosition, pricePositionKey } from '../prices/price-position.state';
import { isMoneyDue, needsPermission, pricePlaces } from './purpose-change.rules';

const request = (newPurpose: string): LandRequest => ({
  changeKind: 'purpose-change',
  owners: W2.sellers,
  parcels: W2.parcels,
  certificate: W2.certificate,
  submitter: W2.submitter,
  purposeChange: { newPurpose, newPosition: '45-312', documentNumber: '1/DK', declaredOn: '2026-08-01' },
});

/** The table gives the parcel's own purpose 8,000,000 đồng, and the new one that price. */
function prices(newPurpose: string, dong: bigint): ReadonlyMap<string, PricePosition> {
  const own = pricesOfW2();
  const place = { ...W2.parcels[0]!, purpose: newPurpose };
  const key = pricePositionKey(place);
  const rows = own.rows.map((row) => ({ ...row, pricePerSquareMetreDong: dongText(dong) }));
  return new Map([
    [own.key, own],
    [key, { ...own, key, purpose: newPurpose, rows }],
  ]);
}

describe('a change of purpose (1.013992)', () => {
  it.each([
    ['ODT', 'TMD', false],
    ['CLN', 'HNK', false],
    ['CLN', 'ODT', true],
    ['LUC', 'CLN', true],
    ['SKC', 'TMD', true],
    ['TMD', 'ODT', true],
    ['ODT', 'XYZ', true],
  ])('from %s to %s needs a permission first: %s', (from, to, expected) => {
    expect(needsPermission(from, to)).toBe(expected);
  });

  it('goes to the tax office when the new purpose is paid for and its table price is the higher (L §5)', () => {
    expect(isMoneyDue(request('TMD'), prices('TMD', 9_000_000n), '2026-08-03')).toBe(true);
    expect(isMoneyDue(request('TMD'), prices('TMD', 8_000_000n), '2026-08-03')).toBe(false);
    expect(isMoneyDue(request('TMD'), prices('TMD', 4_800_000n), '2026-08-03')).toBe(false);
    expect(isMoneyDue(request('DGT'), prices('DGT', 9_000_000n), '2026-08-03')).toBe(false);
  });

  it('looks at the row in force on the day', () => {
    expect(isMoneyDue(request('TMD'), prices('TMD', 9_000_000n), '2025-12-31')).toBe(false);
    expect(pricePlaces(request('TMD'))).toEqual(['26041|ODT|45-312', '26041|TMD|45-312']);
  });
});
