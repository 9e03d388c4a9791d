import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What the built files of libs/ and services/ export whose source's name ends so, for example `.errors.ts`. */
export function exportsOfBuilt(root: string, suffix: string): readonly unknown[] {
  const load = createRequire(join(root, 'package.json'));
  return ['libs', 'services']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => path.endsWith(suffix))
    .map((path) => join(root, 'dist', path.replace(/\.ts$/, '.js')))
    .flatMap((path) => Object.values(load(path) as Readonly<Record<string, unknown>>));
}
