import { isPersonalNumber, personalNumberFacts } from '@lienthong/kernel';

/** What the number tells of its holder. */
export interface NumberedPerson {
  /** Three digits of the province where the birth is registered. */
  readonly province: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: string;
}

/** Gives a whole number from 0 up to, and without, `below`. */
export type RandomSource = (below: number) => number;

const FIRST_CENTURY = 1900;
const RANDOM_BELOW = 1_000_000;

/** A personal identification number: province, century and sex, year of birth, six random digits (NĐ 137/2015 Đ13; TT 07/2016). */
export function personalNumber({ province, sex, birthDate }: NumberedPerson, random: RandomSource): string {
  const year = Number(birthDate.slice(0, 4));
  const century = Math.floor((year - FIRST_CENTURY) / 100);
  const centuryAndSex = century * 2 + (sex === 'male' ? 0 : 1);
  return `${province}${centuryAndSex}${birthDate.slice(2, 4)}${String(random(RANDOM_BELOW)).padStart(6, '0')}`;
}

/** Whether a number can belong to the person: twelve digits, the province, century, sex and year agree. */
export function belongsTo(number: string, { province, sex, birthDate }: NumberedPerson): boolean {
  if (!isPersonalNumber(number)) return false;
  const facts = personalNumberFacts(number);
  return facts.provinceCode === province && facts.sex === sex && facts.birthYear === Number(birthDate.slice(0, 4));
}
