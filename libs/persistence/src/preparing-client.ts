import { Client, type QueryConfig } from 'pg';

/** Texts that are made anew per call would fill a connection: beyond this many none is kept. */
const MOST_STATEMENTS = 1_000;
const names = new Map<string, string>();

/**
 * Statements are planned once for all values, since their arrays differ in length only, and never compiled, which costs
 * more than they do. A plan made while a table was empty stays until the table is analysed: it must take the index then.
 */
export const SESSION_OPTIONS = '-c plan_cache_mode=force_generic_plan -c jit=off -c enable_seqscan=off';

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
