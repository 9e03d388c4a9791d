import type { JsonSchema } from './fields/field-registry';

/** Every name of a property that a schema declares, on whatever level. */
export function declaredNames(schema: JsonSchema): ReadonlySet<string> {
  const names = new Set<string>();
  collect(schema, names);
  return names;
}

function collect(part: unknown, names: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [keyword, value] of Object.entries(part as Readonly<Record<string, unknown>>)) {
    if (keyword === 'properties' && typeof value === 'object' && value !== null) {
      for (const name of Object.keys(value)) names.add(name);
    }
    collect(value, names);
  }
}
