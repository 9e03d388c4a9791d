import fc from 'fast-check';
import { amountInWords, numberInWords } from './number-in-words.rules';

const digitOf: Readonly<Record<string, bigint>> = {
  không: 0n, một: 1n, mốt: 1n, hai: 2n, ba: 3n, bốn: 4n, năm: 5n, lăm: 5n, sáu: 6n, bảy: 7n, tám: 8n, chín: 9n,
}; // prettier-ignore
const sizeOf: readonly (readonly [string, bigint])[] = [['tỷ', 1_000_000_000n], ['triệu', 1_000_000n], ['nghìn', 1_000n], ['trăm', 100n]]; // prettier-ignore

/** Reads words back into a number, by another road than the one that wrote them. */
function numberOf(words: readonly string[]): bigint {
  for (const [name, size] of sizeOf) {
    const at = words.lastIndexOf(name);
    if (at >= 0) return numberOf(words.slice(0, at)) * size + numberOf(words.slice(at + 1));
  }
  const tens = words.findIndex((word) => word === 'mươi' || word === 'mười');
  if (tens < 0) return words.filter((word) => word !== 'linh').reduce((sum, word) => sum + (digitOf[word] ?? 0n), 0n);
  const head = words[tens] === 'mười' ? 10n : numberOf(words.slice(0, tens)) * 10n;
  return head + numberOf(words.slice(tens + 1));
}

describe('an amount in words (số tiền bằng chữ)', () => {
  it.each([
    [0n, 'Không đồng'],
    [1n, 'Một đồng'],
    [5n, 'Năm đồng'],
    [10n, 'Mười đồng'],
    [11n, 'Mười một đồng'],
    [15n, 'Mười lăm đồng'],
    [20n, 'Hai mươi đồng'],
    [21n, 'Hai mươi mốt đồng'],
    [55n, 'Năm mươi lăm đồng'],
    [100n, 'Một trăm đồng'],
    [101n, 'Một trăm linh một đồng'],
    [105n, 'Một trăm linh năm đồng'],
    [110n, 'Một trăm mười đồng'],
    [111n, 'Một trăm mười một đồng'],
    [115n, 'Một trăm mười lăm đồng'],
    [1_000n, 'Một nghìn đồng'],
    [1_001n, 'Một nghìn không trăm linh một đồng'],
    [1_010n, 'Một nghìn không trăm mười đồng'],
    [1_005_000n, 'Một triệu không trăm linh năm nghìn đồng'],
    [746_667n, 'Bảy trăm bốn mươi sáu nghìn sáu trăm sáu mươi bảy đồng'],
    [4_000_000n, 'Bốn triệu đồng'],
    [16_000_000n, 'Mười sáu triệu đồng'],
    [231_700_000n, 'Hai trăm ba mươi mốt triệu bảy trăm nghìn đồng'],
    [1_000_000_000n, 'Một tỷ đồng'],
    [1_000_000_005n, 'Một tỷ không trăm linh năm đồng'],
    [1_050_000_000n, 'Một tỷ không trăm năm mươi triệu đồng'],
    [120_000_000_000n, 'Một trăm hai mươi tỷ đồng'],
    [1_000_000_000_000n, 'Một nghìn tỷ đồng'],
    [1_005_000_000_000n, 'Một nghìn không trăm linh năm tỷ đồng'],
  ])('%s is %s', (amount, words) => expect(amountInWords(amount)).toBe(words));

  it('tells every amount of the wire, and can be read back to the same đồng', () => {
    const amounts = fc.oneof(fc.bigInt(0n, 10n ** 18n - 1n), fc.bigInt(0n, 10n ** 7n), zeroRich());
    fc.assert(
      fc.property(amounts, (amount) => {
        const words = numberInWords(amount);
        expect(numberOf(words.split(' '))).toBe(amount);
        expect(words).not.toMatch(/undefined| {2}|mười mốt|linh (lăm|mốt)|(?<!\S)không mươi|mươi (một|năm)(?!\S)/);
      }),
      { numRuns: 3_000 },
    );
  });
});

/** Amounts with many zeros, where the words are the hardest. */
function zeroRich(): fc.Arbitrary<bigint> {
  const digit = fc.oneof({ weight: 3, arbitrary: fc.constant('0') }, { weight: 1, arbitrary: fc.constantFrom(...'123456789') });
  return fc.array(digit, { minLength: 1, maxLength: 18 }).map((digits) => BigInt(digits.join('')));
} // prettier-ignore
