import { isDossierCode, type LocalDate } from '@lienthong/kernel';

const DIGITS = 4;

/** Dossiers are counted per unit code and day of receipt in Vietnam. */
export function counterKey(unitCode: string, on: LocalDate): string {
  return `${unitCode}|${on}`;
}

/** `<unit code>-<yymmdd>-<nnnn>` (TT 01/2018 Đ19); beyond 9,999 a day the number grows to five digits, it never wraps. */
export function dossierCode(unitCode: string, on: LocalDate, number: number): string {
  const date = on.slice(2).replaceAll('-', '');
  const code = `${unitCode}-${date}-${String(number).padStart(DIGITS, '0')}`;
  if (!isDossierCode(code)) throw new Error(`${code} is not a dossier code`);
  return code;
}
