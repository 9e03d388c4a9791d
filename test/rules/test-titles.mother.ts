import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const BLOCKS: readonly string[] = ['describe', 'it', 'test'];
const PLACEHOLDER = /%[a-z]|\$[a-z]/i;

/** The titles of all tests that run: of every spec file that the repository holds or is about to. */
export function titlesIn(repository: string): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.spec.ts'], {
    cwd: repository,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((file) => file !== '')
    .flatMap((file) => titlesOf(readFileSync(join(repository, file), 'utf8')));
}

/** Titles of one spec, each with the texts of its table where they are part of it; what is skipped has none. */
export function titlesOf(source: string): readonly string[] {
  const file = ts.createSourceFile('spec.ts', source, ts.ScriptTarget.Latest, false);
  const titles: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const block = blockOf(node.expression);
      if (block === 'skipped') return;
      const title = node.arguments[0];
      if (block && title && ts.isStringLiteralLike(title)) {
        const table = block.table && PLACEHOLDER.test(title.text) ? textsOf(block.table, file) : [];
        titles.push([title.text, ...table].join('\n'));
      }
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return titles;
}

interface Block {
  readonly table?: ts.Node;
}

/** `it`, `describe` and `test`, by themselves or with `.each(table)`. */
function blockOf(callee: ts.Expression): Block | 'skipped' | undefined {
  if (ts.isIdentifier(callee)) return BLOCKS.includes(callee.text) ? {} : undefined;
  const each = ts.isCallExpression(callee) ? callee.expression : callee;
  if (!ts.isPropertyAccessExpression(each)) return undefined;
  const named = blockOf(each.expression);
  if (named === undefined) return undefined;
  if (['skip', 'todo', 'failing'].includes(each.name.text) || named === 'skipped') return 'skipped';
  const table = ts.isCallExpression(callee) ? callee.arguments[0] : undefined;
  return table ? { table } : undefined;
}

/** The texts in a table, or in the constant of the file that holds it. */
function textsOf(table: ts.Node, file: ts.SourceFile): readonly string[] {
  const texts: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    else ts.forEachChild(node, look);
  };
  look(ts.isIdentifier(table) ? (constantOf(table.text, file) ?? table) : table);
  return texts;
}

function constantOf(name: string, file: ts.SourceFile): ts.Node | undefined {
  const declared = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  return declared.find((one) => ts.isIdentifier(one.name) && one.name.text === name)?.initializer;
}
