import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../local-infra/src';

type Json = Record<string, unknown>;

/** The shipped example as it stands in the file, with fields replaced at paths such as `sellers.0.share`. */
export function w2File(changes: Readonly<Record<string, unknown>> = {}): Json {
  const path = join(repositoryRoot(), 'docs', 'examples', 'w2-land-transfer.json');
  const file = JSON.parse(readFileSync(path, 'utf8')) as Json;
  for (const [field, value] of Object.entries(changes)) replace(file, field.split('.'), value);
  return file;
}

function replace(target: Json, [head = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) return replace(target[head] as Json, rest, value);
  if (value === undefined) delete target[head];
  else target[head] = value;
}
