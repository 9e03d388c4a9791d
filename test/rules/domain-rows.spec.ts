import { citedRows } from './cited-rows.mother';
import { rowKinds, rowsOf } from './domain-rows.data';
import { repository } from './planted-tree.mother';
import { titlesIn, titlesOf } from './test-titles.mother';

describe('the rows of the domain text on land, tax and treasury', () => {
  const cited = new Set(titlesIn(repository).flatMap(citedRows));
  const shown = rowKinds.map((kind) => ({ ...kind, rows: rowsOf(kind).filter((row) => cited.has(row)) }));

  afterAll(() => {
    const counts = shown.map(({ letter, last, rows }) => `${letter} ${rows.length} of ${last}`);
    process.stdout.write(`domain rows cited by the titles of tests: ${counts.join(', ')}\n`);
  });

  it.each(shown)('$letter: each of the $last $of is shown by a test that cites it', (kind) => {
    expect(rowsOf(kind).filter((row) => !cited.has(row))).toEqual([]);
  });
});

describe('the citation of a row', () => {
  it.each([
    ['is refused (F3, F27)', ['F3', 'F27']],
    ['W4, W5: compares part by part', ['W4', 'W5']],
    ['R1 to R3: says every fault at once', ['R1', 'R2', 'R3', 'R1', 'R3']],
    ['L §3.9 of TT 89/2026 and Q1X', []],
  ])('is found in the title “%s”', (title, rows) => {
    expect(citedRows(title)).toEqual(rows);
  });

  it('is read from titles and from the tables that fill them, and from nothing else', () => {
    const spec = `
      const rows = [['W1', 1]] as const;
      describe('a (T1)', () => {
        it.each(rows)('%s', () => expect('F1').toBe('F2'));
        it.each([['F3']])('a table that the title does not show', () => {});
        it.each([{ row: 'R4' }])('$row', () => {});
        it.skip('left out (F4)', () => {});
        each('F5', () => {});
      });`;
    expect(titlesOf(spec)).toEqual(['a (T1)', '%s\nW1', 'a table that the title does not show', '$row\nR4']);
  });
});
