const RANGE = /\b([A-Z])(\d{1,2})(?: to |–)\1(\d{1,2})\b/g;
const SINGLE = /\b([A-Z]\d{1,2})\b/g;

/** Rows that a title cites: `(F3)`, `W4, W5: …`, `R1 to R11`. */
export function citedRows(title: string): readonly string[] {
  const ranges = [...title.matchAll(RANGE)].flatMap(([, letter = '', first, last]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${letter}${Number(first) + index}`),
  );
  return [...ranges, ...[...title.matchAll(SINGLE)].map(([, row = '']) => row)];
}
