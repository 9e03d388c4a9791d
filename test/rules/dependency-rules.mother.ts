/** A tree in which everybody imports only what the design allows. */
export const cleanTree: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'planted',
    dependencies: { kafkajs: '1.0.0', typeorm: '1.0.0' },
    devDependencies: { 'test-tool': '1.0.0' },
  }),
  ...fakePackage('kafkajs'),
  ...fakePackage('typeorm'),
  ...fakePackage('test-tool'),

  'libs/kernel/src/index.ts': "export * from './money';\n",
  'libs/kernel/src/money.ts': 'export const money = 1n;\n',
  'libs/envelope/src/index.ts': importing('kernel'),
  'libs/papers/src/index.ts': importing('kernel'),
  'libs/persistence/src/index.ts': `${importing('kernel')}export { typeorm } from 'typeorm';\n`,
  'libs/contracts/src/index.ts': importing('kernel', 'envelope'),
  'libs/procedures/src/index.ts': importing('kernel', 'envelope', 'contracts'),
  'libs/messaging/src/index.ts': `${importing('kernel', 'envelope', 'persistence')}export { kafkajs } from 'kafkajs';\n`,
  'libs/messaging/src/relay.int.spec.ts': importing('testing'),
  'libs/service-host/src/index.ts': importing('kernel', 'envelope', 'persistence', 'messaging'),
  'libs/testing/src/index.ts': `${importing('procedures', 'contracts', 'service-host')}import 'test-tool';\n`,

  'services/tax/src/main.ts': `${importing('kernel', 'contracts', 'persistence', 'messaging', 'service-host')}import './assessment.rules';\nimport './assessment.entity';\n`,
  'services/tax/src/assessment.rules.ts': `${importing('kernel', 'envelope', 'contracts')}export type { Assessment } from './assessment.entity';\n`,
  'services/tax/src/assessment.entity.ts':
    "import 'typeorm';\nexport interface Assessment { readonly id: string }\nexport const assessments = 1;\n",
  'services/tax/test/assessment.mother.ts': importing('testing'),
  'services/tax/src/assessment.rules.spec.ts': "import './assessment.rules';\nimport '../test/assessment.mother';\n",
  'services/intake/src/main.ts': "import './dossier.state';\n",
  'services/intake/src/dossier.state.ts': importing('kernel', 'envelope', 'contracts', 'procedures'),
  'services/integration-bus/src/main.ts': importing('envelope', 'messaging', 'service-host'),
  'services/integration-bus/src/log.int.spec.ts': importing('testing'),

  'tools/local-infra/src/index.ts': 'export const infrastructure = 1;\n',
  'libs/messaging/test/faults.int.spec.ts': "import '../../../tools/local-infra/src';\n",
  'tools/demo/src/main.ts': `${importing('contracts')}import 'kafkajs';\n`,
  'test/e2e/transfer.e2e.spec.ts': importing('testing'),
};

/** A violation of one rule: the file that carries it, and its text. */
export interface PlantedViolation {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
}

export const violations: readonly PlantedViolation[] = [
  library('kernel', 'envelope'),
  library('envelope', 'persistence'),
  library('papers', 'contracts'),
  library('persistence', 'envelope'),
  library('contracts', 'persistence'),
  library('procedures', 'messaging'),
  library('messaging', 'contracts'),
  library('service-host', 'contracts'),
  planted('testing-imports-only-what-it-may', 'libs/testing/src/planted.ts', '../../new-library/src'),
  planted('every-library-has-its-row', 'services/tax/src/planted-new-library.ts', '../../../libs/new-library/src'),
  planted('services-never-import-each-other', 'services/tax/src/planted-neighbour.ts', '../../intake/src/main'),
  planted('procedures-only-for-chain-owners', 'services/treasury/src/planted.ts', '@lienthong/procedures'),
  planted('bus-knows-no-contracts', 'services/integration-bus/src/planted.ts', '@lienthong/contracts'),
  planted('testing-only-in-specs', 'services/tax/src/planted-testing.ts', '@lienthong/testing'),
  planted('nothing-imports-a-spec', 'services/tax/src/planted-spec-user.ts', './assessment.rules.spec'),
  planted('tools-and-tests-stay-outside-services', 'tools/demo/src/planted.ts', '../../../services/tax/src/main'),
  planted('tools-and-tests-stay-outside-services', 'test/e2e/planted.e2e.spec.ts', '../../services/tax/src/main'),
  planted('product-imports-no-tools', 'libs/messaging/src/planted-tool-user.ts', '../../../tools/demo/src/main'),
  planted('product-imports-no-tools', 'services/tax/src/planted-infra-user.ts', '../../../tools/local-infra/src'),
  planted(
    'specs-take-only-infrastructure-from-tools',
    'libs/messaging/src/planted-tool.int.spec.ts',
    '../../../tools/demo/src/main',
  ),
  planted('libraries-import-no-service', 'libs/messaging/src/planted-upward.ts', '../../../services/tax/src/main'),
  planted('libraries-through-their-index', 'services/tax/src/planted-inside.ts', '../../../libs/kernel/src/money'),
  planted('libraries-through-their-index', 'libs/envelope/src/planted-inside.ts', '../../kernel/src/money'),
  planted('rules-import-no-infrastructure', 'services/tax/src/planted-unit-of-work.rules.ts', '@lienthong/persistence'),
  planted('rules-import-no-infrastructure', 'services/tax/src/planted-relay.state.ts', '@lienthong/messaging'),
  planted('rules-import-no-infrastructure', 'services/tax/src/planted-host.rules.ts', '@lienthong/service-host'),
  planted('rules-import-no-infrastructure', 'services/tax/src/planted-testing.rules.ts', '@lienthong/testing'),
  planted('rules-import-no-package', 'services/tax/src/planted-driver.rules.ts', 'typeorm'),
  planted('rules-import-no-package', 'services/tax/src/planted-node.state.ts', 'node:fs'),
  planted('rules-import-no-outer-layer', 'services/tax/src/planted-entity.rules.ts', './assessment.entity'),
  planted('kafkajs-only-in-messaging', 'services/tax/src/planted-kafka.ts', 'kafkajs'),
  planted('kafkajs-only-in-messaging', 'test/e2e/planted-kafka.e2e.spec.ts', 'kafkajs'),
  planted('production-needs-declared-packages', 'services/tax/src/planted-tool.ts', 'test-tool'),
  planted('no-unresolvable', 'services/tax/src/planted-nowhere.ts', './nowhere'),
  planted('no-cycles', 'services/tax/src/planted-ring-back.ts', './planted-ring'),
  { rule: 'no-orphans', file: 'services/tax/src/planted-orphan.ts', text: 'export const lonely = 1;\n' },
  planted('no-dead-modules', 'services/tax/src/planted-dead.ts', '@lienthong/kernel'),
];

/** What the planted files need to exist, without being a violation that is looked for. */
export const company: Readonly<Record<string, string>> = {
  'libs/new-library/src/index.ts': 'export const unknown = 1;\n',
  'services/tax/src/planted-ring.ts': "import './planted-ring-back';\n",
};

function library(importer: string, imported: string): PlantedViolation {
  return planted(`${importer}-imports-only-what-it-may`, `libs/${importer}/src/planted.ts`, `@lienthong/${imported}`);
}

function planted(rule: string, file: string, imported: string): PlantedViolation {
  return { rule, file, text: `import '${imported}';\n` };
}

function importing(...libraries: readonly string[]): string {
  return libraries.map((library) => `import '@lienthong/${library}';\n`).join('');
}

function fakePackage(name: string): Record<string, string> {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    [`node_modules/${name}/index.js`]: `exports['${name}'] = 1;\n`,
  };
}
