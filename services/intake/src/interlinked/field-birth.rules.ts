import type { FieldFault } from '@lienthong/kernel';
import { birthFields, type FieldReading, ownBirthFields, relationWords, sexWords } from './birth-fields.data';
import { fieldDate } from './field-protocol.rules';

type Tree = Record<string, unknown>;

const ONLY_CHILD = 1;
const NOTIFIED = 'birth-notification';

/**
 * A declaration as the interlinked software has it, in the shape of our contract. Nothing is judged here: what cannot be read
 * stays as it is, so that the rules of the desk name it, and what is missing is missing.
 */
export function declarationOf(detail: unknown): Tree {
  const from = isTree(detail) ? detail : {};
  const declaration: Tree = {};
  for (const { wire, path, reading = 'text' } of birthFields) {
    const value = at(from, wire);
    if (value !== undefined && value !== '') put(declaration, path, read(value, reading));
  }
  const papers = papersOf(from);
  const isNotified = at(declaration, 'proof.number') !== undefined;
  put(declaration, 'proof.kind', isNotified ? NOTIFIED : 'own-statement');
  put(declaration, 'child.birthOrder', Number(from[ownBirthFields.birthOrder] ?? ONLY_CHILD));
  const { residence, healthCard } = ownBirthFields;
  return {
    copies: 0,
    ...declaration,
    papers: isNotified ? papers : papers.map((paper) => ({ ...paper, kind: 'own-statement' })),
    ...(isTree(from[residence]) && { residence: from[residence] }),
    ...(isTree(from[healthCard]) && { healthCard: from[healthCard] }),
  };
}

/** The papers of a push (fileDinhKem); their bytes travel apart. */
export function papersOf(detail: unknown): readonly { readonly kind: string; readonly name: string }[] {
  const files = isTree(detail) && Array.isArray(detail['fileDinhKem']) ? (detail['fileDinhKem'] as unknown[]) : [];
  return files.filter(isTree).map(({ tenGiayTo, tenTepDinhKem }) => ({
    kind: 'attached-paper',
    name: wordOf(tenGiayTo) || wordOf(tenTepDinhKem) || 'Giấy tờ đính kèm',
  }));
}

/** The name under which a field came, so that its sender finds it; a field that has no name there keeps ours. */
export function wireNameOf({ path }: Pick<FieldFault, 'path'>): string {
  const named = birthFields.find((field) => field.path === path || field.path.startsWith(`${path}.`));
  if (named) return named.path === path ? named.wire : (named.wire.split('.')[0] ?? named.wire);
  for (const [own, wire] of Object.entries(ownBirthFields)) {
    if (path === own || path.startsWith(`${own}.`)) return `${wire}${path.slice(own.length)}`;
  }
  return path === 'child.birthOrder' ? ownBirthFields.birthOrder : path;
}

function read(value: unknown, reading: FieldReading): unknown {
  const word = wordOf(value).normalize('NFC').trim();
  switch (reading) {
    case 'text':
      return value;
    case 'date':
      return fieldDate(word)?.slice(0, 10) ?? value;
    case 'number':
      return /^\d+$/.test(word) ? Number(word) : value;
    case 'flag':
      return word === 'true' || word === '1';
    case 'sex':
      return sexWords[word.toLocaleLowerCase('vi')] ?? value;
    case 'relation':
      return relationWords[word.toLocaleLowerCase('vi')] ?? value;
  }
}

function at(tree: Tree, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (isTree(inner) ? inner[key] : undefined), tree);
}

function put(tree: Tree, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let inner = tree;
  for (const key of keys) inner = (inner[key] ??= {}) as Tree;
  inner[last] = value;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
