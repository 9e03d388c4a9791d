import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { enterableByEveryone, fillOnce } from './cache-folder';

describe('a folder of the cache', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lienthong-cache-spec-'));
    chmodSync(root, 0o755);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const fillWith = (text: string) => async (temporary: string) => {
    writeFileSync(join(temporary, 'first'), text);
    await turn();
    writeFileSync(join(temporary, 'second'), text);
  };

  it('is whole, from one of the runs that fill it at the same time', async () => {
    const folder = join(root, 'jars');
    await Promise.all(['a', 'b', 'c'].map((text) => fillOnce(folder, fillWith(text))));
    const first = readFileSync(join(folder, 'first'), 'utf8');
    expect(readFileSync(join(folder, 'second'), 'utf8')).toBe(first);
    expect(readdirSync(root)).toEqual(['jars']);
  });

  it('is not there after a fault, so that the next run fetches again', async () => {
    const folder = join(root, 'jars');
    await expect(fillOnce(folder, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
    expect(readdirSync(root)).toEqual([]);
    await fillOnce(folder, fillWith('a'));
    expect(existsSync(join(folder, 'second'))).toBe(true);
  });

  it('is never filled twice', async () => {
    const folder = join(root, 'jars');
    await fillOnce(folder, fillWith('a'));
    await fillOnce(folder, fillWith('b'));
    expect(readFileSync(join(folder, 'first'), 'utf8')).toBe('a');
  });

  it('can be entered by another user only when every folder above it can', () => {
    const inner = join(root, 'closed', 'inner');
    mkdirSync(inner, { recursive: true, mode: 0o755 });
    expect(enterableByEveryone(inner)).toBe(true);
    chmodSync(join(root, 'closed'), 0o700);
    expect(enterableByEveryone(inner)).toBe(false);
  });
});
