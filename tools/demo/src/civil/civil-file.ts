import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BirthDeclaration, DeathDeclaration } from '@lienthong/contracts';
import { validateBody } from '@lienthong/envelope';
import { addDays, daysBetween, isAppError, type LocalDate } from '@lienthong/kernel';
import { repositoryRoot } from '../../../local-infra/src';
import { WrongInput } from '../input/fault';

/** A declaration as it is handed in; the desk checks its rules. */
export type CivilFile = BirthDeclaration | DeathDeclaration;

const forms = { birth: BirthDeclaration, death: DeathDeclaration } as const;
/** The day on which the examples are told. */
const EXAMPLE_DAY = '2026-08-03';
/** Days of the story itself; birthdays of the grown-ups stay where they are. */
const STORY_DAYS: ReadonlySet<string> = new Set(['issuedOn', 'agreedOn', 'diedOn']);
const PERSON_RANGE = 1_000_000;
const NUMBER_START = 6;

/** The declaration of a file, or the example of the procedure moved to the day that is played. @throws WrongInput */
export function readCivilFile(procedure: 'birth' | 'death', path: string | undefined, day: LocalDate): CivilFile {
  const file = checked(procedure, parsed(path ?? examplePath(procedure)));
  return path === undefined ? movedTo(file, daysBetween(EXAMPLE_DAY, day)) : file;
}

function examplePath(procedure: 'birth' | 'death'): string {
  return join(repositoryRoot(), 'docs', 'examples', `${procedure}-declaration.json`);
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new WrongInput([{ path, message: `cannot be read as JSON: ${(error as Error).message}` }]);
  }
}

function checked(procedure: 'birth' | 'death', data: unknown): CivilFile {
  try {
    return validateBody<CivilFile>(forms[procedure], data, 'strict');
  } catch (error) {
    if (!isAppError(error) || !error.faults) throw error;
    throw new WrongInput(error.faults.map(({ path, message }) => ({ path: path || '(file)', message })));
  }
}

/** The same story so many days later or earlier. */
function movedTo(file: CivilFile, days: number): CivilFile {
  const moved = changed(file, (key, text, parent) =>
    STORY_DAYS.has(key) || (key === 'birthDate' && parent === 'child') ? addDays(text, days) : text,
  );
  return moved as CivilFile;
}

/** Another family with the same story: its own notification and personal numbers, of the same sex and year of birth. */
export function deriveCivilFile(
  file: CivilFile,
  { index, tag }: { readonly index: number; readonly tag: string },
): CivilFile {
  const step = parseInt(tag || '0', 36) * 7_919 + index * 17;
  const other = changed(file, (key, text, parent) => {
    if (/number$/i.test(key) && /^\d{12}$/.test(text)) return otherNumber(text, step);
    if (key === 'number' && parent === 'proof') return `${text}.${tag}${index}`;
    return text;
  });
  return other as CivilFile;
}

function otherNumber(number: string, step: number): string {
  const last = (Number(number.slice(NUMBER_START)) + step) % PERSON_RANGE;
  return `${number.slice(0, NUMBER_START)}${String(last).padStart(number.length - NUMBER_START, '0')}`;
}

type Change = (key: string, text: string, parent: string) => string;

function changed(value: unknown, change: Change, key = '', parent = ''): unknown {
  if (typeof value === 'string') return change(key, value, parent);
  if (Array.isArray(value)) return value.map((item) => changed(item, change, key, parent));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, changed(item, change, name, key)]));
}
