import fc from 'fast-check';
import { dong, dongText, formatDong } from './money';

describe('money', () => {
  it('travels as digits and is counted as bigint', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (n) => dong(dongText(n)) === n));
  });

  it.each(['', '007', '-1', '+1', '1.0', '1 000', '1000000000000000000', '١'])('refuses "%s" as an amount', (text) => {
    expect(() => dong(text)).toThrow('kernel.AMOUNT_INVALID');
  });

  it('refuses to send a negative or too large amount', () => {
    expect(() => dongText(-1n)).toThrow('kernel.AMOUNT_INVALID');
    expect(() => dongText(10n ** 18n)).toThrow('kernel.AMOUNT_INVALID');
  });

  it('is shown with dots (W2)', () => {
    expect([16_000_000n, 4_000_000n, 0n, 999n, -1_000n].map(formatDong)).toEqual([
      '16.000.000 đ',
      '4.000.000 đ',
      '0 đ',
      '999 đ',
      '-1.000 đ',
    ]);
  });
});
