import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './planted-tree.mother';

const folder = join(repository, 'test', 'mutants');
const patches = readdirSync(folder).filter((name) => name.endsWith('.patch'));

describe('planted bugs (test/mutants)', () => {
  it('are the three that a delivery must not have, at least', () => {
    expect(patches).toEqual(
      expect.arrayContaining([
        'inbox-mark-outside-the-transaction.patch',
        'mark-before-send.patch',
        'offset-before-commit.patch',
      ]),
    );
  });

  it.each(patches)('%s still fits the tree', (name) => {
    const { status, stderr } = spawnSync('git', ['apply', '--check', join(folder, name)], {
      cwd: repository,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each(patches)('%s says what must find it: a sweep that bites there, or a test of this tree', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const [, spec, title] = /^.+\nTest: (\S+)\nFails: (.+)\n/.exec(text) ?? [];
    if (spec === undefined || title === undefined) expect(text).toMatch(/^.+\nSweep: --processes \S+/);
    else expect(readFileSync(join(repository, spec), 'utf8')).toContain(title);
  });
});
