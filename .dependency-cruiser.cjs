// Who may import whom. test/rules/dependency-rules.spec.ts plants a violation of each rule and sees it reported by name.

/** Library → the libraries it may import; everything not listed is forbidden. */
const LIBRARIES = {
  kernel: [],
  envelope: ['kernel'],
  papers: ['kernel'],
  persistence: ['kernel'],
  contracts: ['kernel', 'envelope'],
  procedures: ['kernel', 'envelope', 'contracts'],
  messaging: ['kernel', 'envelope', 'persistence'],
  'service-host': ['kernel', 'envelope', 'persistence', 'messaging'],
  testing: ['kernel', 'envelope', 'contracts', 'procedures', 'persistence', 'messaging', 'service-host'],
};

const SERVICES_WITH_PROCEDURES = ['intake', 'land-registry', 'civil-status'];

const PURE = '\\.(rules|state)\\.ts$';
/** Specs and what only specs use: they may lean on libs/testing. */
const FOR_TESTS = '\\.(spec|mother)\\.ts$|^(services|libs|tools)/[^/]+/test/';
const ENTRIES =
  '^(services/[^/]+/src/(main|migrate)|tools/[^/]+/src/(main|index)|tools/local-infra/src/(migrator|keep-compiled-code)|tools/bench/src/(floor/(member|bus)|members/main)|libs/[^/]+/src/index)\\.ts$';

const anyOf = (names) => `(${names.join('|')})`;

const libraryRules = Object.entries(LIBRARIES).map(([library, allowed]) => ({
  name: `${library}-imports-only-what-it-may`,
  comment: `libs/${library} may import: ${allowed.join(', ') || 'no other library'}`,
  severity: 'error',
  from: { path: `^libs/${library}/`, pathNot: FOR_TESTS },
  to: { path: '^libs/', pathNot: `^libs/${anyOf([library, ...allowed])}/` },
}));

const libraryTableRule = {
  name: 'every-library-has-its-row',
  comment: 'A new library first says in LIBRARIES what it may import.',
  severity: 'error',
  from: {},
  to: { path: '^libs/', pathNot: `^libs/${anyOf(Object.keys(LIBRARIES))}/` },
};

const serviceRules = [
  {
    name: 'services-never-import-each-other',
    comment: 'Agencies meet over the bus only.',
    severity: 'error',
    from: { path: '^services/([^/]+)/' },
    to: { path: '^services/', pathNot: '^services/$1/' },
  },
  {
    name: 'procedures-only-for-chain-owners',
    comment: `Only ${SERVICES_WITH_PROCEDURES.join(', ')} follow a procedure.`,
    severity: 'error',
    from: { path: '^services/', pathNot: `^services/${anyOf(SERVICES_WITH_PROCEDURES)}/` },
    to: { path: '^libs/procedures/' },
  },
  {
    name: 'bus-knows-no-contracts',
    comment: 'The bus validates against registered schemas; it never learns what an agency says.',
    severity: 'error',
    from: { path: '^services/integration-bus/' },
    to: { path: '^libs/contracts/' },
  },
  {
    name: 'testing-only-in-specs',
    comment: 'libs/testing is for specs, what they use, and the bench, which breaks lines as they do.',
    severity: 'error',
    from: { path: '^(services|tools)/', pathNot: [FOR_TESTS, '^tools/bench/src/scenarios/'] },
    to: { path: '^libs/testing/' },
  },
  {
    name: 'nothing-imports-a-spec',
    comment: 'What two specs share is a *.mother.ts or part of libs/testing.',
    severity: 'error',
    from: {},
    to: { path: '\\.spec\\.ts$' },
  },
];

const directionRules = [
  {
    name: 'tools-and-tests-stay-outside-services',
    comment: 'tools/ and test/ use libraries and the wire, never the inside of a service.',
    severity: 'error',
    from: { path: '^(tools|test)/' },
    to: { path: '^services/' },
  },
  {
    name: 'product-imports-no-tools',
    comment: 'Services and libraries depend on nothing in tools/ or test/; libraries on no service.',
    severity: 'error',
    from: { path: '^(services|libs)/', pathNot: FOR_TESTS },
    to: { path: '^(tools|test)/' },
  },
  {
    name: 'specs-take-only-infrastructure-from-tools',
    comment: 'A spec that crashes PostgreSQL or Kafka starts its own; nothing else of tools/ or test/ is for it.',
    severity: 'error',
    from: { path: '^(services|libs)/' },
    to: { path: '^(tools|test)/', pathNot: '^tools/local-infra/src/index\\.ts$' },
  },
  {
    name: 'libraries-import-no-service',
    comment: 'A library does not know who uses it.',
    severity: 'error',
    from: { path: '^libs/' },
    to: { path: '^services/' },
  },
  {
    name: 'libraries-through-their-index',
    comment: 'A library is entered through src/index.ts, by a migrator through src/migrator.ts.',
    severity: 'error',
    from: { path: '^(?:libs/([^/]+)/|services/|tools/|test/)' },
    to: { path: '^libs/', pathNot: ['^libs/[^/]+/src/(index|migrator)\\.ts$', '^libs/$1/'] },
  },
];

const pureRules = [
  {
    name: 'rules-import-no-infrastructure',
    comment: '*.rules.ts and *.state.ts use kernel, envelope, contracts and procedures only.',
    severity: 'error',
    from: { path: PURE },
    to: { path: `^libs/${anyOf(['persistence', 'messaging', 'service-host', 'testing'])}/` },
  },
  {
    name: 'rules-import-no-package',
    comment: 'A rule is plain TypeScript: no framework, no driver, no Node module but crypto, for hashes.',
    severity: 'error',
    from: { path: PURE },
    to: {
      pathNot: '^(node:)?crypto$',
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'core'],
    },
  },
  {
    name: 'rules-import-no-outer-layer',
    comment: 'A rule may name the shape of an entity (import type) but never load one, nor anything further out.',
    severity: 'error',
    from: { path: PURE },
    to: {
      path: '\\.(entity|repository|handler|controller|module|query|config|job|request|response)\\.ts$',
      dependencyTypesNot: ['type-only'],
    },
  },
];

const hygieneRules = [
  {
    name: 'kafkajs-only-in-messaging',
    comment:
      'kafkajs stays behind libs/messaging (and tools/, and what stands in for the own tool in a test), so that it can be replaced in one place.',
    severity: 'error',
    from: { pathNot: '^(libs/messaging|tools)/|^test/outside/support/kafka-acls.cjs$' },
    to: { path: '(^|/)node_modules/kafkajs|^kafkajs' },
  },
  {
    name: 'production-needs-declared-packages',
    comment: 'What services and libraries load at run time is in `dependencies` of package.json.',
    severity: 'error',
    from: { path: '^(services|libs)/', pathNot: `${FOR_TESTS}|^libs/testing/` },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-unresolvable',
    comment: 'An import that leads nowhere.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-cycles',
    comment: 'Modules form a tree of layers, not a ring.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-orphans',
    comment: 'A module that nothing imports and that imports nothing is left over.',
    severity: 'error',
    from: { orphan: true, pathNot: [ENTRIES, FOR_TESTS, '\\.d\\.ts$', '\\.[cm]js$', '^test/infrastructure/'] },
    to: {},
  },
  {
    name: 'no-dead-modules',
    comment: 'Every module is reached from an entry point of a service, a tool or a library.',
    severity: 'error',
    from: { path: ENTRIES },
    to: { path: '^(services|libs|tools)/[^/]+/src/', pathNot: [ENTRIES, FOR_TESTS, '\\.d\\.ts$'], reachable: false },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...libraryRules, libraryTableRule, ...serviceRules, ...directionRules, ...pureRules, ...hygieneRules],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'],
      conditionNames: ['require', 'node', 'types'],
    },
  },
};
