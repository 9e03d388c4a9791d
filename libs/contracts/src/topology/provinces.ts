import type { LocalDate } from '@lienthong/kernel';
import { firstDay } from './dates.data';
import { holdsOn } from './office';
import { type Province, provinces } from './provinces.data';

/** First code of the countries, for those whose birth was registered abroad (TT 59/2021/TT-BCA). */
const FIRST_COUNTRY = 100;
const everCodes = new Set(provinces.map(({ code }) => code));

/** The province with this code on a day; of days before the topology begins, what its first day says. */
export function provinceOn(code: string, on: LocalDate): Province | undefined {
  const day = on < firstDay ? firstDay : on;
  return provinces.find((province) => province.code === code && holdsOn(province, day));
}

/**
 * Whether the three digits that begin a personal identification number name a place of birth registration: a province of any
 * list ever in force (the number does not tell where it was registered), or a country.
 */
export function isNumberPlace(threeDigits: string): boolean {
  return Number(threeDigits) >= FIRST_COUNTRY || everCodes.has(threeDigits.slice(1));
}
