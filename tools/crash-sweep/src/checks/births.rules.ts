import { type DossierRow, endings, type MessageCount, notAsOften, sameMessages, violation } from './dossiers.rules';
import type { Violation } from './violation';

/** A place that keeps one thing of every birth; `number` where it keeps the child's personal number. */
export interface BirthPlace {
  readonly what: string;
  readonly rows: readonly { readonly code: string; readonly number?: string }[];
}

export interface BirthBooks {
  readonly dossiers: readonly DossierRow[];
  readonly places: readonly BirthPlace[];
  readonly messages: readonly MessageCount[];
  /** What should be gone once a chain has ended. */
  readonly left: readonly { readonly what: string; readonly code: string }[];
  /** Registration numbers that were drawn, by register. */
  readonly drawn: readonly { readonly register: string; readonly last: number; readonly entries: number }[];
}

/** Every chain is at its end, each child has one of everything and one number everywhere, and nothing waits any more. */
export function birthFaults(books: BirthBooks, papers: readonly string[]): Violation[] {
  const { dossiers, places, messages, left, drawn } = books;
  return [
    ...endings(dossiers, papers),
    ...places.flatMap(({ what, rows }) => notAsOften({ what, times: 1 }, dossiers, rows)),
    ...places.flatMap((place) => ofNobody(place, dossiers)),
    ...dossiers.flatMap(({ code }) => otherNumbers(code, places)),
    ...left.map(({ what, code }) => violation('stuck', `dossier ${code} left behind: ${what}`, code)),
    ...drawn
      .filter(({ last, entries }) => last !== entries)
      .map(({ register, last, entries }) =>
        violation('lost', `register ${register} is at number ${last} and has ${entries} entries`),
      ),
    ...sameMessages(dossiers, messages),
  ];
}

function ofNobody({ what, rows }: BirthPlace, dossiers: readonly DossierRow[]): Violation[] {
  const known = new Set(dossiers.map(({ code }) => code));
  return rows
    .filter(({ code }) => !known.has(code))
    .map(({ code }) => violation('duplicated', `${what} of ${code}, which the desk does not know`, code));
}

function otherNumbers(code: string, places: readonly BirthPlace[]): Violation[] {
  const numbers = places.flatMap(({ rows }) =>
    rows.flatMap((row) => (row.code === code && row.number !== undefined ? [row.number] : [])),
  );
  const different = new Set(numbers).size;
  if (different <= 1) return [];
  return [violation('duplicated', `the child of dossier ${code} has ${different} personal numbers`, code)];
}
