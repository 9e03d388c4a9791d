import ts from 'typescript';
import tseslint from 'typescript-eslint';

const CLOCK_IN_RULES =
  'A rule gets its time as an argument (kernel LocalDate / Instant); it reads no clock and draws no chance.';
const ENVIRONMENT = 'Settings come from the *.config.ts class of the service, which validates them at start.';

const MONEY =
  'Money is a bigint in rules and a text of digits on the wire; a floating-point number would lose đồng (kernel money, Fraction).';

/** A rule of our own: every node that one of the selectors finds is reported under the rule's name. */
function forbid(message, ...selectors) {
  return {
    meta: { type: 'problem', schema: [], messages: { forbidden: message } },
    create: (context) => ({
      [selectors.join(', ')]: (node) => context.report({ node, messageId: 'forbidden' }),
    }),
  };
}

function anyImportOf(packagePattern) {
  return [
    `ImportDeclaration[source.value=${packagePattern}]`,
    `ExportNamedDeclaration[source.value=${packagePattern}]`,
    `ExportAllDeclaration[source.value=${packagePattern}]`,
    `ImportExpression[source.value=${packagePattern}]`,
    `TSExternalModuleReference[expression.value=${packagePattern}]`,
    `CallExpression[callee.name="require"][arguments.0.value=${packagePattern}]`,
  ];
}

/** How an amount of money is called where it has no type that says so. */
const AMOUNT = '/([dD]ong|Amount|Total|Price|Fee|Balance)$|^(amount|total|price|fee|balance|sum|money)$/';

/** The expression at `path` of a node is called like an amount, by itself or as a member of something. */
function anAmountAt(path) {
  return [`[${path}.name=${AMOUNT}]`, `[${path}.property.name=${AMOUNT}]`];
}

const FLOATING_COLUMN = '/^(float|float4|float8|double|double precision|real|money)$/';
const FLOATING_IN_SQL = '/dong"?\\s*(::)?\\s*(float|real|double|money)/i';

const BIG_INT = ts.TypeFlags.BigInt | ts.TypeFlags.BigIntLiteral;

/** Turning into a number what is money by its type: a bigint, or the digits of the wire. */
const noMoneyToNumber = {
  meta: { type: 'problem', schema: [], messages: { forbidden: MONEY } },
  create(context) {
    const { getTypeAtLocation } = context.sourceCode.parserServices;
    const check = (node, operand) => {
      if (!operand || operand.type === 'SpreadElement') return;
      const type = getTypeAtLocation(operand);
      const isMoney = type.flags & BIG_INT || type.aliasSymbol?.name === 'DongText';
      if (isMoney) context.report({ node, messageId: 'forbidden' });
    };
    return {
      'CallExpression[callee.name=/^(Number|parseFloat|parseInt)$/]': (node) => check(node, node.arguments[0]),
      'CallExpression[callee.object.name="Number"]': (node) => check(node, node.arguments[0]),
      'UnaryExpression[operator="+"]': (node) => check(node, node.argument),
    };
  },
};

const lienthong = {
  rules: {
    'no-money-to-number': noMoneyToNumber,
    'no-floating-money': forbid(
      MONEY,
      'Identifier[name=/(^d|D)ong$/] > TSTypeAnnotation > TSNumberKeyword',
      ':matches(TSPropertySignature, PropertyDefinition)[key.name=/(^d|D)ong$/] > TSTypeAnnotation > TSNumberKeyword',
      'CallExpression[callee.name="parseFloat"]',
      'CallExpression[callee.property.name="parseFloat"]',
      ...anAmountAt('callee.object').map(
        (amount) => `CallExpression[callee.property.name=/^(toFixed|toPrecision)$/]${amount}`,
      ),
      ...anAmountAt('arguments.0').flatMap((amount) => [
        `CallExpression[callee.name=/^(Number|parseInt)$/]${amount}`,
        `CallExpression[callee.object.name=/^(Number|Math)$/]${amount}`,
        `NewExpression[callee.name="Number"]${amount}`,
      ]),
      ...anAmountAt('argument').map((amount) => `UnaryExpression[operator="+"]${amount}`),
      `CallExpression[callee.name="Column"] Property[key.name="type"][value.value=${FLOATING_COLUMN}]`,
      `TemplateElement[value.raw=${FLOATING_IN_SQL}]`,
      `Literal[value=${FLOATING_IN_SQL}]`,
    ),
    'no-fraction-in-law': forbid(
      'A rate is a Fraction of whole numbers; a decimal literal is a floating-point number.',
      'Literal[raw=/^[0-9_]*[.][0-9]/]',
    ),
    'no-default-export': forbid('Export by name: one thing has one name everywhere.', 'ExportDefaultDeclaration'),
    'no-enum': forbid('Use a union of literals or a `const` object; an enum is neither.', 'TSEnumDeclaration'),
    'environment-only-in-config': forbid(
      ENVIRONMENT,
      'MemberExpression[object.name="process"][property.name="env"]',
      'MemberExpression[object.name="process"][property.value="env"]',
      'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
      'ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name="env"]',
    ),
    'no-clock-or-chance-in-rules': forbid(
      CLOCK_IN_RULES,
      'NewExpression[callee.name="Date"][arguments.length=0]',
      'CallExpression[callee.name="Date"]',
      'MemberExpression[object.name="Date"][property.name="now"]',
      'MemberExpression[object.name="performance"][property.name="now"]',
      'MemberExpression[object.name="Math"][property.name="random"]',
      'Identifier[name=/^(randomUUID|randomBytes|randomInt|getRandomValues)$/]',
    ),
    'no-raw-class-validator': forbid(
      'Contracts use the field decorators of @lienthong/envelope, which set rule and schema together.',
      ...anyImportOf('/^class-(validator|transformer)/'),
    ),
    'kafkajs-only-in-messaging': forbid(
      'kafkajs stays behind @lienthong/messaging, so that it can be replaced in one place.',
      ...anyImportOf('/^kafkajs/'),
    ),
  },
};

const houseNumbers = {
  'max-lines': ['error', 400],
  'max-lines-per-function': ['error', 60],
  'max-params': ['error', 5],
  'max-depth': ['error', 4],
};

export default tseslint.config(
  { ignores: ['dist/', 'dist.*/', 'coverage/', '.lienthong/', '**/*.d.ts'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    plugins: { lienthong },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...houseNumbers,
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-debugger': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-require-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // an async method without await keeps the promise contract of its interface and turns a throw into a rejection
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        {
          allowNumber: true,
          allowBoolean: true,
          allowNever: true,
          // has a toString of its own
          allow: [{ from: 'file', name: 'Fraction' }],
        },
      ],
      'lienthong/no-default-export': 'error',
      'lienthong/no-enum': 'error',
      'lienthong/environment-only-in-config': 'error',
      'lienthong/kafkajs-only-in-messaging': 'error',
    },
  },
  {
    files: ['**/*.rules.ts', '**/*.state.ts'],
    rules: { 'lienthong/no-clock-or-chance-in-rules': 'error' },
  },
  {
    // whoever computes, moves or shows đồng
    files: [
      'services/{intake,land-registry,tax,treasury,collecting-bank,health-insurance,social-protection}/**/*.ts',
      'libs/{kernel,contracts,procedures,papers}/**/*.ts',
      'tools/demo/**/*.ts',
    ],
    rules: { 'lienthong/no-money-to-number': 'error', 'lienthong/no-floating-money': 'error' },
  },
  {
    files: ['services/{tax,treasury,collecting-bank}/src/**/*.ts'],
    rules: { 'lienthong/no-fraction-in-law': 'error' },
  },
  {
    files: ['libs/contracts/**/*.ts'],
    rules: { 'lienthong/no-raw-class-validator': 'error' },
  },
  {
    files: ['libs/messaging/**/*.ts', 'tools/**/*.ts'],
    rules: { 'lienthong/kafkajs-only-in-messaging': 'off' },
  },
  {
    // a command reads its own switches and hands settings to the processes that it starts; tests find their infrastructure so
    files: ['**/*.config.ts', 'tools/**/*.ts', 'test/**/*.ts', 'libs/testing/**/*.ts', '**/*.spec.ts'],
    rules: { 'lienthong/environment-only-in-config': 'off' },
  },
  {
    // Jest takes the default export of its set-up files
    files: ['test/infrastructure/*.ts'],
    rules: { 'lienthong/no-default-export': 'off' },
  },
  {
    // a describe block is as long as its cases; Jest's asymmetric matchers are typed `any`
    files: ['**/*.spec.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
