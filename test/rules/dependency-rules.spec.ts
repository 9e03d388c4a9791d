import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cleanTree, company, violations } from './dependency-rules.mother';
import { plantTree, repository, type PlantedTree } from './planted-tree.mother';

interface Finding {
  readonly from: string;
  readonly rule: { readonly name: string };
}
interface RuleSet {
  readonly forbidden: readonly { readonly name: string }[];
}

const CONFIGURATION = '.dependency-cruiser.cjs';
const CRUISE_TIMEOUT_MS = 60_000;

describe('dependency rules (design §9)', () => {
  const trees: PlantedTree[] = [];
  let findings: readonly Finding[] = [];

  beforeAll(() => {
    const texts = violations.map(({ file, text }) => [file, text]);
    findings = cruise({ ...cleanTree, ...company, ...(Object.fromEntries(texts) as Record<string, string>) });
  });
  afterAll(() => trees.forEach((tree) => tree.remove()));

  it('finds nothing in a tree that keeps to the table', () => {
    expect(cruise(cleanTree)).toEqual([]);
  });

  it.each(violations)('$rule reports $file', ({ rule, file }) => {
    const reported = findings.filter((finding) => finding.rule.name === rule);
    expect(reported.map((finding) => finding.from)).toContain(file);
  });

  it('has a planted violation for every rule of the configuration', async () => {
    const { forbidden } = (await import(join(repository, CONFIGURATION))) as RuleSet;
    const planted = new Set(violations.map((violation) => violation.rule));
    expect(forbidden.map((rule) => rule.name).filter((name) => !planted.has(name))).toEqual([]);
  });

  function cruise(files: Readonly<Record<string, string>>): readonly Finding[] {
    const tree = plantTree(files, { configuration: [CONFIGURATION, 'tsconfig.json', 'tsconfig.base.json'] });
    trees.push(tree);
    const cruiser = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const options = ['--config', CONFIGURATION, '--output-type', 'json'];
    const { stdout, stderr } = spawnSync(process.execPath, [cruiser, ...options, 'libs', 'services', 'tools', 'test'], {
      cwd: tree.folder,
      encoding: 'utf8',
      timeout: CRUISE_TIMEOUT_MS,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser said: ${stdout}${stderr}`);
    return (JSON.parse(stdout) as { summary: { violations: readonly Finding[] } }).summary.violations;
  }
});
