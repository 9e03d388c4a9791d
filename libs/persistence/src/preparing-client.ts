import { Client, type QueryConfig } from 'pg';

/** Texts that are made anew per call would fill a connection: beyond this many none is kept. */
const MOST_STATEMENTS = 1_000;
const names = new Map<string, string>();

/**
 * Statements are planned once for all values, since their arrays differ in length only, and never compiled, which costs
 * more than they do. All go by key: a plan made while its table was still empty must not read it whole when it is full.
 */
export const SESSION_OPTIONS = [
  'plan_cache_mode=force_generic_plan',
  'jit=off',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/**
 * A `pg` client that parses and plans each statement with parameters once a connection, and sends statements that are
 * asked for together in one go. Give it to a pool as its option `Client`.
 */
export class PreparingClient extends Client {
  constructor(config?: ConstructorParameters<typeof Client>[0]) {
    super(typeof config === 'string' ? { connectionString: config, pipeline: true } : { ...config, pipeline: true });
    this.query = ((config: unknown, values: unknown, ...rest: unknown[]): unknown => {
      const isPlain = typeof config === 'string' && Array.isArray(values) && values.length > 0;
      const args = isPlain ? [prepared(config, values), ...rest] : [config, values, ...rest];
      return super.query(...(args as [string]));
    }) as Client['query'];
  }
}

function prepared(text: string, values: unknown[]): QueryConfig {
  let name = names.get(text);
  if (name === undefined && names.size < MOST_STATEMENTS) {
    name = `s${names.size + 1}`;
    names.set(text, name);
  }
  return name === undefined ? { text, values } : { name, text, values };
}
