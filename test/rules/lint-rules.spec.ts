import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cleanSources, plantedSources } from './lint-rules.mother';
import { plantTree, repository, type PlantedTree } from './planted-tree.mother';

interface FileReport {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

const LINT_TIMEOUT_MS = 120_000;

describe('lint rules (house style §2, §6)', () => {
  const trees: PlantedTree[] = [];
  let reported: ReadonlyMap<string, readonly (string | null)[]> = new Map();

  beforeAll(() => {
    const texts = plantedSources.map(({ file, text }) => [file, text]);
    reported = lint({ ...cleanSources, ...(Object.fromEntries(texts) as Record<string, string>) });
  });
  afterAll(() => trees.forEach((tree) => tree.remove()));

  it.each(Object.keys(cleanSources))('says nothing about %s', (file) => {
    expect(reported.get(file)).toEqual([]);
  });

  it.each(plantedSources)('$rule reports $file', ({ rule, file }) => {
    expect(reported.get(file)).toContain(rule);
  });

  it('has a planted violation for every rule of our own', () => {
    const configuration = readFileSync(join(repository, 'eslint.config.mjs'), 'utf8');
    const own = [...configuration.matchAll(/'([a-z-]+)': forbid\(/g)].map(([, name]) => `lienthong/${name}`);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((rule) => !plantedSources.some((planted) => planted.rule === rule))).toEqual([]);
  });

  function lint(files: Readonly<Record<string, string>>): ReadonlyMap<string, readonly (string | null)[]> {
    const tree = plantTree(files, {
      configuration: ['eslint.config.mjs', 'tsconfig.json', 'tsconfig.base.json'],
      ourPackages: true,
    });
    trees.push(tree);
    const eslint = join(repository, 'node_modules/eslint/bin/eslint.js');
    const { stdout, stderr } = spawnSync(process.execPath, [eslint, '--format', 'json', '.'], {
      cwd: tree.folder,
      encoding: 'utf8',
      timeout: LINT_TIMEOUT_MS,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (!stdout.startsWith('[')) throw new Error(`eslint said: ${stdout}${stderr}`);
    const folder = realpathSync(tree.folder);
    const reports = JSON.parse(stdout) as readonly FileReport[];
    return new Map(
      reports.map((report) => [
        relative(folder, report.filePath),
        report.messages.map((message) => message.ruleId ?? message.message),
      ]),
    );
  }
});
