import type { LocalDate } from '@lienthong/kernel';
import { numberInWords } from './number-in-words.rules';

/** A date as it stands in certificates: `20/07/2026`; a year alone stays a year. */
export function dateInDigits(date: string): string {
  return date.split('-').reverse().join('/');
}

/** A date in words (ngày sinh ghi bằng chữ). */
export function dateInWords(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `Ngày ${numberInWords(BigInt(day))}, tháng ${monthInWords(month)}, năm ${numberInWords(BigInt(year))}`;
}

/** The day as the head of a letter says it: a zero before days under ten and before January and February (NĐ 30/2020/NĐ-CP). */
export function dateOfLetter(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${month < '03' ? month : month.replace(/^0/, '')} năm ${year}`;
}

/** The month of Tư is not the number four: tháng tư. */
function monthInWords(month: string): string {
  return month === '04' ? 'tư' : numberInWords(BigInt(month));
}
