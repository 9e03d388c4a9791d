import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { randomUUID } from 'node:crypto';

const OWNER_ONLY = 0o600;
const READABLE = 0o644;

/** Writes a private file once; of several processes the first wins and the others keep its content. */
export function writePrivateOnce(path: string, content: unknown): void {
  const draft = draftOf(path, content, OWNER_ONLY);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Replaces a public file in one step, only when its content changes. */
export function replaceFile(path: string, content: unknown): void {
  if (readIfThere(path) === serialised(content)) return;
  renameSync(draftOf(path, content, READABLE), path);
}

/** Text of a file; `undefined` when there is none. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function draftOf(path: string, content: unknown, mode: number): string {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}.draft`;
  writeFileSync(draft, serialised(content), { mode });
  chmodSync(draft, mode);
  return draft;
}

function serialised(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
