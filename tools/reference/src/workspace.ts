import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A derived file: path from the root of the repository, and its whole text. */
export interface DerivedFile {
  readonly path: string;
  readonly text: string;
}

/** Paths of the files that are missing or differ from what would be written. */
export function staleFiles(root: string, files: readonly DerivedFile[]): readonly string[] {
  return files.filter(({ path, text }) => readIfPresent(join(root, path)) !== text).map(({ path }) => path);
}

/** Writes the files that differ and returns their paths. */
export function writeFiles(root: string, files: readonly DerivedFile[]): readonly string[] {
  const stale = new Set(staleFiles(root, files));
  for (const { path, text } of files.filter((file) => stale.has(file.path))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...stale];
}

/** The text of a file; nothing when there is none. */
export function readIfPresent(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** JSON as it lies in the repository. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
