import { isLocalDate, type LocalDate } from './clock';
import { kernelErrors } from './kernel.errors';

const LEGACY_UNIT = '\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}';
const UNIT_2020 = '(?=[0-9A-Z.]{3,35}(?:-|$))[A-Z]\\d{2}(?:\\.[0-9A-Z]+)*';

/** Unit code by QCVN 102:2016 (four groups) or by QĐ 20/2020/QĐ-TTg (at most 35 characters). */
export const UNIT_CODE_PATTERN = `^(?:${LEGACY_UNIT}|${UNIT_2020})$`;

/** Shape of a dossier code; that its date is a real one is checked by `isDossierCode`. */
export const DOSSIER_CODE_PATTERN = `^(?:${LEGACY_UNIT}|${UNIT_2020})-(?:\\d{6}|\\d{8})-\\d{4,7}$`;

/** National procedure code. */
export const PROCEDURE_CODE_PATTERN = '^\\d\\.\\d{6}$';

/** Personal identification number: province 001 to 999, century and sex, year of birth, six random digits. */
export const PERSONAL_NUMBER_PATTERN = '^(?!000)\\d{12}$';

const UNIT_CODE_SHAPE = new RegExp(UNIT_CODE_PATTERN);
const PROCEDURE_CODE_SHAPE = new RegExp(PROCEDURE_CODE_PATTERN);
const PERSONAL_NUMBER_SHAPE = new RegExp(PERSONAL_NUMBER_PATTERN);
const NUMBER_SHAPE = /^\d{4,7}$/;

/** The three parts of a dossier code; `number` counts the dossiers of that unit and day. */
export interface DossierCodeParts {
  readonly unitCode: string;
  readonly date: LocalDate;
  readonly number: number;
}

/** What a personal identification number tells about its holder. */
export interface PersonalNumberFacts {
  readonly provinceCode: string;
  readonly sex: 'male' | 'female';
  readonly birthYear: number;
}

/** True for an agency's unit code in the old or the new form. */
export function isUnitCode(text: unknown): text is string {
  return typeof text === 'string' && UNIT_CODE_SHAPE.test(text);
}

/** Splits `<unit>-<YYMMDD or YYYYMMDD>-<4 to 7 digits>` at its last two hyphens; undefined when any part is wrong. */
export function parseDossierCode(code: unknown): DossierCodeParts | undefined {
  if (typeof code !== 'string') return undefined;
  const second = code.lastIndexOf('-');
  const first = code.lastIndexOf('-', second - 1);
  if (first <= 0 || second <= first) return undefined;
  const unitCode = code.slice(0, first);
  const date = dateOf(code.slice(first + 1, second));
  const number = code.slice(second + 1);
  if (!date || !isUnitCode(unitCode) || !NUMBER_SHAPE.test(number)) return undefined;
  return { unitCode, date, number: Number(number) };
}

/** True when unit code, date and number of the dossier code are each right. */
export function isDossierCode(text: unknown): text is string {
  return parseDossierCode(text) !== undefined;
}

/** True for a national procedure code such as `1.013831`. */
export function isProcedureCode(text: unknown): text is string {
  return typeof text === 'string' && PROCEDURE_CODE_SHAPE.test(text);
}

/** True for 12 digits with a province part; there is no check digit (NĐ 137/2015). */
export function isPersonalNumber(text: unknown): text is string {
  return typeof text === 'string' && PERSONAL_NUMBER_SHAPE.test(text);
}

/** Province of birth registration, sex and year of birth; throws kernel.PERSONAL_NUMBER_INVALID. */
export function personalNumberFacts(text: string): PersonalNumberFacts {
  if (!isPersonalNumber(text)) throw kernelErrors.PERSONAL_NUMBER_INVALID();
  const centuryAndSex = Number(text[3]);
  return {
    provinceCode: text.slice(0, 3),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(centuryAndSex / 2) + Number(text.slice(4, 6)),
  };
}

function dateOf(digits: string): LocalDate | undefined {
  const full = digits.length === 6 ? `20${digits}` : digits;
  if (!/^\d{8}$/.test(full)) return undefined;
  const date = `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`;
  return isLocalDate(date) ? date : undefined;
}
