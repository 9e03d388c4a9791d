import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import { exportsOfBuilt } from './built-files';

/** A kind of act as its class declares it. */
export interface ActKindRow {
  readonly name: string;
  readonly effect: 'permits' | 'restricts' | 'irreversible';
  readonly summary: string;
  /** Fields of its content; an optional one ends in `?`. */
  readonly fields: readonly string[];
}

interface Declared extends Omit<ActKindRow, 'fields'> {
  readonly content: new () => object;
}

/** Every kind of act, by name: classes in files `*.act.ts`, read from the build, so that an owner need not register them here. */
export function actKinds(root: string): readonly ActKindRow[] {
  return exportsOfBuilt(root, '.act.ts')
    .filter((exported) => typeof exported === 'function')
    .map((target) => Reflect.getMetadata('lienthong:act-kind', target) as Declared | undefined)
    .filter((declared) => declared !== undefined)
    .map(({ name, effect, summary, content }) => ({ name, effect, summary, fields: fieldsOf(content) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function fieldsOf(content: new () => object): readonly string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(content, '', false, false);
  const optional = new Set(rules.filter(({ name }) => name === 'isOptional').map((rule) => rule.propertyName));
  const names = [...new Set(rules.map((rule) => rule.propertyName))].sort();
  return names.map((name) => (optional.has(name) ? `${name}?` : name));
}
