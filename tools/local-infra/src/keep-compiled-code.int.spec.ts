import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from './repository';

const SCRIPT = `
const { join } = require('node:path');
const part = require('./part');
let line;
try { part.fails(); } catch (error) { line = /part.*\\.js:(\\d+):/.exec(error.stack)[1]; }
part.later().then(({ value }) => console.log(JSON.stringify({
  part: part.name, line, value, data: require('./data.json'), sees: require('./late.js').sees,
  isMain: require.main === module, folder: __dirname === join(__filename, '..'), found: require.resolve('./part'),
  missing: (() => { try { require('./nothing'); } catch (error) { return error.code; } })(),
})));
`;
const PART = `#!/usr/bin/env node
exports.name = 'first';
exports.fails = () => {
  throw new Error('on line four');
};
exports.later = require('./later').later;
`;

describe('compiled code that is kept', () => {
  const dist = join(repositoryRoot(), 'dist');
  const hook = join(dist, 'tools', 'local-infra', 'src', 'keep-compiled-code.js');
  let folder: string;
  let script: string;
  let kept: string;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'lienthong-compiled-')));
    script = join(folder, 'main.js');
    kept = join(dist, '.compiled', createHash('sha256').update(script).digest('hex').slice(0, 16));
    mkdirSync(join(folder, 'part'));
    writeFileSync(script, SCRIPT);
    writeFileSync(join(folder, 'part', 'index.js'), PART);
    writeFileSync(join(folder, 'module.mjs'), 'export const value = 7;');
    writeFileSync(join(folder, 'part', 'later.js'), "exports.later = () => import('../module.mjs');");
    writeFileSync(join(folder, 'data.json'), '{"rows":2}');
    writeFileSync(join(folder, 'late.js'), 'exports.sees = typeof require.cache;');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(kept, { force: true });
  });

  const run = (...flags: string[]): unknown =>
    JSON.parse(execFileSync(process.execPath, [...flags, script], { encoding: 'utf8' }));
  const withHook = (): unknown => run('--require', hook);

  it('runs as it would without: while it is kept, and from what is kept', () => {
    const plain = run();
    expect(plain).toMatchObject({ part: 'first', line: '4', value: 7, isMain: true, missing: 'MODULE_NOT_FOUND' });
    expect(withHook()).toEqual(plain);
    expect(existsSync(kept)).toBe(true);
    expect(withHook()).toEqual(plain);
  });

  it('is not looked for again: what was found once is taken from there', () => {
    withHook();
    writeFileSync(join(folder, 'part.js'), PART.replace('first', 'other').replace('./later', './part/later'));
    expect(run()).toMatchObject({ part: 'other' });
    expect(withHook()).toMatchObject({ part: 'first' });
  });

  it('is not kept by a process that failed', () => {
    writeFileSync(script, 'process.exitCode = 3;');
    expect(() => withHook()).toThrow();
    expect(existsSync(kept)).toBe(false);
  });
});
