const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

const BILLION = 1_000_000_000n;
const MILLION = 1_000_000n;
const THOUSAND = 1_000n;

/** A whole number, not negative, as it is read out: mười, mươi, mốt, lăm, linh; groups of zeros are not read. */
export function numberInWords(number: bigint): string {
  return number === 0n ? word(0) : inWords(number, false).join(' ');
}

/** An amount as papers bear it (số tiền bằng chữ): `Mười sáu triệu đồng`. */
export function amountInWords(amountDong: bigint): string {
  const words = numberInWords(amountDong);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}

/** Above a billion (tỷ) reading begins anew, so that 10¹² is một nghìn tỷ. `follows`: something higher was read before. */
function inWords(number: bigint, follows: boolean): readonly string[] {
  if (number === 0n) return [];
  for (const [size, name] of [[BILLION, 'tỷ'], [MILLION, 'triệu'], [THOUSAND, 'nghìn']] as const) {
    if (number >= size) {
      return [...inWords(number / size, follows), name, ...inWords(number % size, true)];
    }
  } // prettier-ignore
  return hundreds(number.toString().padStart(3, '0'), follows);
}

/** A group of three digits; after a higher group its empty places are read too: không trăm linh năm. */
function hundreds(group: string, follows: boolean): readonly string[] {
  const [hundred = 0, tens = 0, units = 0] = [...group].map(Number);
  if (hundred === 0 && !follows) return belowHundred(tens, units);
  const head = [word(hundred), 'trăm'];
  if (tens > 0) return [...head, ...belowHundred(tens, units)];
  return units === 0 ? head : [...head, 'linh', word(units)];
}

function belowHundred(tens: number, units: number): readonly string[] {
  if (tens === 0) return [word(units)];
  const head = tens === 1 ? ['mười'] : [word(tens), 'mươi'];
  return units === 0 ? head : [...head, unitAfterTens(units, tens)];
}

function unitAfterTens(units: number, tens: number): string {
  if (units === 5) return 'lăm';
  if (units === 1 && tens > 1) return 'mốt';
  return word(units);
}

function word(digit: number): string {
  return digits[digit] ?? String(digit);
}
