import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const repository = resolve(__dirname, '../..');

/** A small repository of its own in the temp folder: our configuration files, and whatever files a test plants. */
export interface PlantedTree {
  readonly folder: string;
  remove(): void;
}

export function plantTree(
  files: Readonly<Record<string, string>>,
  options: { readonly configuration: readonly string[]; readonly ourPackages?: boolean },
): PlantedTree {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-rules-'));
  for (const file of options.configuration) cpSync(join(repository, file), join(folder, file));
  if (options.ourPackages) symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
