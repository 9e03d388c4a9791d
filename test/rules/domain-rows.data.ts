/** One kind of row of the domain text on land, tax and treasury (L): rows are numbered from 1 and each is shown by a test. */
export interface RowKind {
  readonly letter: string;
  readonly last: number;
  readonly of: string;
}

/** L §1.2, §2.1.3, §3 and §4.7. */
export const rowKinds: readonly RowKind[] = [
  { letter: 'W', last: 22, of: 'worked numbers' },
  { letter: 'F', last: 30, of: 'failures' },
  { letter: 'R', last: 11, of: 'checks of a slip' },
  { letter: 'T', last: 26, of: 'times' },
  { letter: 'P', last: 12, of: 'rules of income tax' },
  { letter: 'X', last: 6, of: 'exemptions' },
  { letter: 'L', last: 10, of: 'rules of the registration fee' },
];

export function rowsOf({ letter, last }: RowKind): readonly string[] {
  return Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);
}
