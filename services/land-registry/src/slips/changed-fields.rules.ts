import type { SlipDraft } from '../dossiers/land-dossier.state';

/** What is new on every version by itself. */
const OF_THE_VERSION: ReadonlySet<string> = new Set([
  'slipId',
  'slipNumber',
  'submission',
  'submissionKind',
  'replacesSlipId',
  'changedFields',
  'reason',
]);
const MAX_PATHS = 200;
const MAX_PATH_LENGTH = 120;

/** Paths of the fields in which two versions of a slip differ (M14): `contract.totalDong`, `parcels[0].areaSquareMetres`. */
export function changedFields(before: SlipDraft, after: SlipDraft): readonly string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !OF_THE_VERSION.has(key));
  const paths = keys.flatMap((key) => differences(key, valueOf(before, key), valueOf(after, key)));
  return paths.slice(0, MAX_PATHS).map((path) => path.slice(0, MAX_PATH_LENGTH));
}

function differences(path: string, before: unknown, after: unknown): readonly string[] {
  if (!isTree(before) || !isTree(after)) return before === after ? [] : [path];
  if (Array.isArray(before) !== Array.isArray(after)) return [path];
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) return [path];
    return before.flatMap((value, i) => differences(`${path}[${i}]`, value, after[i]));
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => differences(`${path}.${key}`, valueOf(before, key), valueOf(after, key)));
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function valueOf(tree: object, key: string): unknown {
  return (tree as Readonly<Record<string, unknown>>)[key];
}
