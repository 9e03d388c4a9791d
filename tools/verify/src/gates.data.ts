/** A check of the whole repository: passes when its command ends with 0. */
export interface Gate {
  readonly name: string;
  /** Arguments of `node`; paths are relative to the root of the repository. */
  readonly command: readonly string[];
}

/** Longest first, so that the two lanes end at about the same time. */
const gates: readonly Gate[] = [
  {
    name: 'unit and contract tests',
    command: ['node_modules/jest/bin/jest.js', '--selectProjects', 'unit', '--silent'],
  },
  { name: 'lint', command: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'] },
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'format', command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
  {
    name: 'dependency rules',
    command: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      ...['services', 'libs', 'tools', 'test'],
    ],
  },
  { name: 'generated files', command: ['dist/tools/reference/src/main.js', '--check'] },
];

/** All gates but those of these names. @throws when there is none of such a name */
export function gatesWithout(names: readonly string[]): readonly Gate[] {
  const unknown = names.filter((name) => !gates.some((gate) => gate.name === name));
  if (unknown.length > 0) throw new Error(`there is no gate ${unknown.join(', ')}`);
  return gates.filter(({ name }) => !names.includes(name));
}
