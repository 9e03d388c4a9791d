/** A check of the whole repository: passes when its command ends with 0. */
export interface Gate {
  readonly name: string;
  /** Arguments of `node`; paths are relative to the root of the repository. */
  readonly command: readonly string[];
}

/** Longest first, so that the two lanes end at about the same time. */
export const gates: readonly Gate[] = [
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
