// Compiles services/, libs/ and tools/ into dist/; prints nothing unless it fails, and does nothing when nothing changed.
// It compiles beside dist/ and swaps at the end: a stack that runs from dist/ never meets a half-written tree.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = ['services', 'libs', 'tools'];
const SETTINGS = ['.swcrc', 'package-lock.json', 'tools/build/build.mjs'];
const SWAP_ATTEMPTS = 20;

process.chdir(resolve(fileURLToPath(import.meta.url), '../../..'));

removeAbandoned();
const fingerprint = fingerprintOf([...SOURCES.flatMap((root) => sourcesIn(root)), ...SETTINGS]);
if (readStamp() !== fingerprint) build(fingerprint);

/** Trees of builds that were killed before they could swap. */
function removeAbandoned() {
  for (const name of readdirSync('.')) {
    const pid = /^dist\.(\d+)/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(name, { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function build(stamp) {
  const fresh = `dist.${process.pid}`;
  const swc = spawnSync(
    process.execPath,
    [
      'node_modules/@swc/cli/bin/swc.js',
      ...SOURCES,
      '-d',
      fresh,
      '--extensions',
      '.ts',
      '--quiet',
      '--ignore',
      '**/*.spec.ts,**/*.d.ts',
    ],
    { encoding: 'utf8' },
  );
  if (swc.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    process.stderr.write(`${swc.stdout}${swc.stderr}\nbuild: swc failed\n`);
    process.exit(1);
  }
  writeFileSync(join(fresh, '.fingerprint'), stamp);
  swap(fresh);
}

/** Two builds at once may both want to swap; whoever comes last wins, both trees being whole. */
function swap(fresh) {
  const old = `${fresh}.old`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      moveAway('dist', old);
      renameSync(fresh, 'dist');
      break;
    } catch (error) {
      if (attempt === SWAP_ATTEMPTS) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}

function moveAway(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function sourcesIn(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function fingerprintOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

function readStamp() {
  try {
    return readFileSync('dist/.fingerprint', 'utf8');
  } catch {
    return undefined;
  }
}
