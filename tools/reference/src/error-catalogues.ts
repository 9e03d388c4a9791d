import type { ErrorDescription } from '@lienthong/kernel';
import { exportsOfBuilt } from './built-files';

/**
 * Every error of every catalogue, by code. Catalogues are found by their file name (`*.errors.ts` in libs/ and services/) and
 * read from the build, so that an owner need not register its errors anywhere.
 */
export function errorCatalogues(root: string): readonly ErrorDescription[] {
  return exportsOfBuilt(root, '.errors.ts')
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
