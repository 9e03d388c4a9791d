import type { LocalDate } from '@lienthong/kernel';

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

/** A date as it stands in certificates: `20/07/2026`; a year alone stays a year. */
export function dateInDigits(date: string): string {
  return date.split('-').reverse().join('/');
}

/** A date in words (ngày sinh ghi bằng chữ). */
export function dateInWords(date: LocalDate): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return `Ngày ${belowHundred(day)}, tháng ${monthInWords(month)}, năm ${yearInWords(year)}`;
}

/** The month of Tư is not the number four: tháng tư. */
function monthInWords(month: number): string {
  return month === 4 ? 'tư' : belowHundred(month);
}

function yearInWords(year: number): string {
  const [thousands, hundreds, rest] = [Math.floor(year / 1000), Math.floor(year / 100) % 10, year % 100];
  const tail = rest === 0 ? '' : rest < 10 ? ` linh ${word(rest)}` : ` ${belowHundred(rest)}`;
  const middle = hundreds === 0 && rest === 0 ? '' : ` ${word(hundreds)} trăm`;
  return `${word(thousands)} nghìn${middle}${tail}`;
}

function belowHundred(number: number): string {
  const [tens, units] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return word(units);
  const head = tens === 1 ? 'mười' : `${word(tens)} mươi`;
  return units === 0 ? head : `${head} ${unitAfterTens(units, tens)}`;
}

function unitAfterTens(units: number, tens: number): string {
  if (units === 5) return 'lăm';
  if (units === 1 && tens > 1) return 'mốt';
  return word(units);
}

function word(digit: number): string {
  return digits[digit] ?? String(digit);
}
