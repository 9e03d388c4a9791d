import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './planted-tree.mother';

const ROW = /^\| (?<invariant>[^|]+) \| `(?<file>[^`]+)` \| (?<title>[^|]+) \|$/;

describe('docs/invariants.md', () => {
  const page = readFileSync(join(repository, 'docs/invariants.md'), 'utf8');
  const rows = page
    .split('\n')
    .map((line) => ROW.exec(line)?.groups)
    .filter((row) => row !== undefined);

  it('lists invariants', () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows)('names the test that proves: $invariant', ({ file = '', title = '' }) => {
    expect(existsSync(join(repository, file))).toBe(true);
    expect(unquoted(readFileSync(join(repository, file), 'utf8'))).toContain(unquoted(title));
  });
});

/** Titles are compared without quotes, escapes and line breaks, which the source needs and the page does not. */
function unquoted(text: string): string {
  return text
    .replaceAll(/['"`\\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
