import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { exempt } from './deciding-endpoints.data';
import { repository } from './planted-tree.mother';

const CHANGES: readonly string[] = ['Post', 'Put', 'Patch', 'Delete'];
const NAMED: readonly string[] = ['Creates', 'Decides'];

interface Applied {
  readonly name: string;
  readonly argument: string;
}

/** `<class> <VERB> <path>` of each endpoint of a controller that changes something and is bound to no version and no key. */
function unboundEndpoints(source: string): readonly string[] {
  const file = ts.createSourceFile('controller.ts', source, ts.ScriptTarget.Latest, false);
  return file.statements.filter(ts.isClassDeclaration).flatMap(({ name, members }) =>
    members.filter(ts.isMethodDeclaration).flatMap((method) => {
      const decorators = (ts.getDecorators(method) ?? []).flatMap(applied);
      const change = decorators.find((decorator) => CHANGES.includes(decorator.name));
      if (!change || decorators.some((decorator) => NAMED.includes(decorator.name))) return [];
      return [`${name?.text} ${change.name.toUpperCase()} ${change.argument}`];
    }),
  );
}

function applied({ expression }: ts.Decorator): readonly Applied[] {
  if (!ts.isCallExpression(expression) || !ts.isIdentifier(expression.expression)) return [];
  const [argument] = expression.arguments;
  return [
    { name: expression.expression.text, argument: argument && ts.isStringLiteralLike(argument) ? argument.text : '' },
  ];
}

function controllers(): readonly string[] {
  const patterns = ['services/*.controller.ts', 'libs/*.controller.ts', ':!services/integration-bus'];
  const listed = execFileSync('git', ['ls-files', ...patterns], { cwd: repository, encoding: 'utf8' });
  return listed.split('\n').filter((path) => path !== '');
}

describe('an endpoint of an agency that changes something', () => {
  it('asks for the version that was looked at, or for a key that makes a repeat harmless, or says why not', () => {
    const found = controllers().flatMap((path) => unboundEndpoints(readFileSync(join(repository, path), 'utf8')));
    expect([...new Set(found)].sort()).toEqual(Object.keys(exempt).sort());
  });

  it('is found by its decorators, whatever else stands between them', () => {
    const source = `
      @Controller('x')
      export class XController {
        @Get() list(): void {}
        @Post(':id/close') @HttpCode(200) close(): void {}
        @Decides(Row, { param: 'id' }) @Post(':id/open') open(): void {}
        @Post() @Creates() create(): void {}
        @Delete(':id') remove(): void {}
      }`;
    expect(unboundEndpoints(source)).toEqual(['XController POST :id/close', 'XController DELETE :id']);
  });
});
