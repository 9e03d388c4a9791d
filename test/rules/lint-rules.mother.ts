/** Sources that our lint rules have nothing to say about. */
export const cleanSources: Readonly<Record<string, string>> = {
  'services/tax/src/assessment.rules.ts':
    'export const due = (issuedOn: Date): Date => new Date(issuedOn.getTime());\n',
  'services/tax/src/money.rules.ts':
    'export const pay = (amountDong: bigint, days: string): bigint => amountDong * BigInt(Number(days));\n',
  'services/tax/src/tax.config.ts': 'export const port = process.env.PORT;\n',
  'services/tax/src/tax.clock.ts': 'export const now = (): Date => new Date();\n',
  'libs/messaging/src/kafka.ts': "export { Kafka } from 'kafkajs';\n",
  'libs/service-host/src/request.ts': "export { IsString } from 'class-validator';\n",
  'tools/demo/src/main.ts':
    "import { Kafka } from 'kafkajs';\nexport const kafka = [Kafka, process.env.KAFKA_BROKERS];\n",
  'test/infrastructure/global-setup.ts': 'export default function start(): void {}\n',
  'services/tax/src/long.spec.ts': `${lines(300)}`,
};

/** A source that breaks one rule. */
export interface PlantedSource {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
}

const PURE = 'lienthong/no-clock-or-chance-in-rules';
const ENVIRONMENT = 'lienthong/environment-only-in-config';
const KAFKAJS = 'lienthong/kafkajs-only-in-messaging';
const TO_NUMBER = 'lienthong/no-money-to-number';
const FLOATING = 'lienthong/no-floating-money';
const RAW = 'lienthong/no-raw-class-validator';

export const plantedSources: readonly PlantedSource[] = [
  source('@typescript-eslint/no-floating-promises', 'floating', 'Promise.resolve(1);\nexport {};\n'),
  source('@typescript-eslint/no-explicit-any', 'any', 'export const anything = (value: any): unknown => value;\n'),
  source('@typescript-eslint/no-non-null-assertion', 'bang', 'export const first = (x: string[]): string => x[0]!;\n'),
  source('lienthong/no-default-export', 'default', 'export default 1;\n'),
  source('lienthong/no-enum', 'enum', "export enum State {\n  Free = 'free',\n}\n"),

  source(ENVIRONMENT, 'env', 'export const port = process.env.PORT;\n'),
  source(ENVIRONMENT, 'env-index', "export const port = process['env'].PORT;\n"),
  source(ENVIRONMENT, 'env-taken-apart', 'const { env } = process;\nexport const port = env.PORT;\n'),
  source(ENVIRONMENT, 'env-imported', "import { env } from 'node:process';\nexport const port = env.PORT;\n"),

  source(PURE, 'now.rules', 'export const today = (): Date => new Date();\n'),
  source(PURE, 'now.state', 'export const today = (): Date => new Date();\n'),
  source(PURE, 'date-now.rules', 'export const today = (): number => Date.now();\n'),
  source(PURE, 'chance.state', 'export const chance = (): number => Math.random();\n'),
  source(PURE, 'uuid.rules', 'export const id = (): string => crypto.randomUUID();\n'),

  source(KAFKAJS, 'kafka', "export { Kafka } from 'kafkajs';\n"),
  source(KAFKAJS, 'kafka-later', "export const kafka = import('kafkajs');\n"),
  { ...source(RAW, 'raw', "export { IsString } from 'class-validator';\n"), file: 'libs/contracts/src/planted-raw.ts' },
  {
    ...source(RAW, 'raw-type', "import { Type } from 'class-transformer';\nexport const x = Type;\n"),
    file: 'libs/contracts/src/planted-raw-type.ts',
  },

  source(TO_NUMBER, 'bigint', 'export const pay = (amount: bigint): number => Number(amount) / 3;\n'),
  source(
    TO_NUMBER,
    'digits',
    "type DongText = string & { readonly __brand: 'DongText' };\nexport const pay = (text: DongText): number => +text;\n",
  ),
  source(FLOATING, 'number', 'export interface Row {\n  readonly amountDong: number;\n}\n'),
  source(FLOATING, 'argument', 'export const pay = (amountDong: number): number => amountDong;\n'),
  source(FLOATING, 'member', 'export const pay = (row: { amountDong: string }): number => Number(row.amountDong);\n'),
  source(FLOATING, 'parse-float', 'export const pay = (text: string): number => parseFloat(text);\n'),
  source(FLOATING, 'number-parse-float', 'export const pay = (text: string): number => Number.parseFloat(text);\n'),
  source(FLOATING, 'number-of-amount', 'export const pay = (amount: string): number => Number(amount);\n'),
  source(
    FLOATING,
    'number-of-price',
    'export const pay = (row: { unitPrice: string }): number => Number(row.unitPrice);\n',
  ),
  source(FLOATING, 'parse-int-of-total', 'export const pay = (total: string): number => Number.parseInt(total, 10);\n'),
  source(FLOATING, 'plus-fee', 'export const pay = (fee: string): number => +fee;\n'),
  source(FLOATING, 'rounded', 'export const pay = (baseTotal: number): number => Math.round(baseTotal);\n'),
  source(FLOATING, 'to-fixed', 'export const show = (baseTotal: number): string => baseTotal.toFixed(0);\n'),
  source(FLOATING, 'sql', 'export const sum = `select sum(amount_dong::float8) from booking`;\n'),
  source(
    FLOATING,
    'column',
    "import { Column } from 'typeorm';\nexport class Row {\n  @Column({ type: 'double precision' })\n  readonly amount: string;\n}\n",
  ),
  source(FLOATING, 'plus', 'export const pay = (row: { amountDong: string }): number => +row.amountDong;\n'),
  source('lienthong/no-fraction-in-law', 'rate', 'export const rate = 0.005;\n'),

  source('max-lines', 'long-file', lines(401)),
  source('max-lines-per-function', 'long-function', `export function long(): void {\n${statements(60)}}\n`),
  source(
    'max-params',
    'wide',
    'export const wide = (a: 1, b: 1, c: 1, d: 1, e: 1, f: 1): number => a + b + c + d + e + f;\n',
  ),
  source('max-depth', 'deep', `export function deep(x: number): void {\n${nested(5)}\n}\n`),
];

function source(rule: string, name: string, text: string): PlantedSource {
  return { rule, file: `services/tax/src/planted-${name}.ts`, text };
}

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `export const line${index} = ${index};\n`).join('');
}

function statements(count: number): string {
  return Array.from({ length: count }, (_, index) => `  console.log(${index});\n`).join('');
}

function nested(depth: number): string {
  return depth === 0 ? 'console.log(x);' : `if (x > ${depth}) {\n${nested(depth - 1)}\n}`;
}
