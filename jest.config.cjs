// Three projects by what a test costs: unit (nothing), integration (PostgreSQL and Kafka), e2e (all services as processes).
// One run: `npx jest`; one kind: `npx jest --selectProjects unit`.
const { join } = require('node:path');
const { compilerOptions } = require('./tsconfig.base.json');

/** Jest takes one time-out for all projects; specs that wait on the stack bound each wait themselves with `eventually`. */
const TEST_TIMEOUT_MS = process.env.LIENTHONG_TEST_SIZE === 'full' ? 900_000 : 240_000;

/** Libraries that ship ES modules only: Jest on Node 20 cannot require them, so swc turns them into CommonJS. */
const ES_MODULE_PACKAGES = [
  'jose',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
];

const moduleNameMapper = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([alias, [folder]]) => [`^${alias}$`, join('<rootDir>', folder)]),
);

const common = {
  rootDir: __dirname,
  roots: ['libs', 'services', 'tools', 'test'].map((folder) => `<rootDir>/${folder}`),
  testEnvironment: 'node',
  runner: '<rootDir>/tools/verify/lanes-runner.cjs',
  setupFiles: ['reflect-metadata'],
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json'],
  moduleNameMapper,
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULE_PACKAGES.join('|')})/)`, '<rootDir>/dist/'],
};

const onRealInfrastructure = {
  ...common,
  globalSetup: '<rootDir>/test/infrastructure/global-setup.ts',
  globalTeardown: '<rootDir>/test/infrastructure/global-teardown.ts',
};

/** @type {import('jest').Config} */
module.exports = {
  // integration tests wait more than they compute; the files that start all services have one more lane beside these
  maxWorkers: 3,
  // what a file leaves in its worker's memory is freed by a new worker
  workerIdleMemoryLimit: '1GB',
  testTimeout: TEST_TIMEOUT_MS,
  reporters: [
    'default',
    '<rootDir>/tools/verify/stalled-run-reporter.cjs',
    '<rootDir>/tools/verify/passed-failed-reporter.cjs',
  ],
  projects: [
    { ...common, displayName: 'unit', testRegex: '(?<!\\.(int|e2e|outside))\\.spec\\.ts$' },
    { ...onRealInfrastructure, displayName: 'integration', testRegex: '\\.int\\.spec\\.ts$' },
    { ...onRealInfrastructure, displayName: 'e2e', testRegex: '\\.e2e\\.spec\\.ts$' },
  ],
};
