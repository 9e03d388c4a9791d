import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ErrorDescription } from '@lienthong/kernel';

/**
 * Every error of every catalogue, by code. Catalogues are found by their file name (`*.errors.ts` in libs/ and services/) and
 * read from the build, so that an owner need not register its errors anywhere.
 */
export function errorCatalogues(root: string): readonly ErrorDescription[] {
  const load = createRequire(join(root, 'package.json'));
  return ['libs', 'services']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => path.endsWith('.errors.ts'))
    .map((path) => join(root, 'dist', path.replace(/\.ts$/, '.js')))
    .flatMap((path) => Object.values(load(path) as Readonly<Record<string, unknown>>))
    .flatMap(descriptionsIn)
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** The descriptions hang on the factories of a catalogue; anything else that a file exports has none. */
function descriptionsIn(exported: unknown): readonly ErrorDescription[] {
  if (typeof exported !== 'object' || exported === null) return [];
  return Object.values(exported).flatMap((factory: unknown) => {
    const { description } = (factory ?? {}) as { readonly description?: ErrorDescription };
    return description === undefined ? [] : [description];
  });
}
