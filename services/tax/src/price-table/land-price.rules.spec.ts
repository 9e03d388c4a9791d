import { aPriceRow } from '../../test/transfer-slip.mother';
import { placeKey, priceRowInForce, withPriceRow } from './land-price.rules';

const row = aPriceRow(8_000_000n);
const key = placeKey({ communeCode: '26041', purpose: 'ODT', position: '45-312' });

describe('price table', () => {
  it('takes a row, and the same row again without a change', () => {
    const rows = withPriceRow([], row, key);
    expect(rows).toEqual([row]);
    expect(withPriceRow(rows, { ...row, adjustmentCoefficient: '1.0' }, key)).toBe(rows);
  });

  it('refuses other values for the same place and first day', () => {
    expect(() => withPriceRow([row], aPriceRow(9_000_000n), key)).toThrow('tax.PRICE_ROW_DIFFERS');
  });

  it('refuses a row that ends before it begins', () => {
    expect(() => withPriceRow([], { ...row, to: '2025-12-31' }, key)).toThrow('tax.PRICE_ROW_PERIOD_INVALID');
  });

  it('P7: finds the row of a day, both ends included, and nothing outside', () => {
    expect(priceRowInForce([row], '2026-01-01')).toBe(row);
    expect(priceRowInForce([row], '2026-12-31')).toBe(row);
    expect(priceRowInForce([row], '2025-12-31')).toBeUndefined();
    expect(priceRowInForce([row], '2027-01-01')).toBeUndefined();
  });
});
