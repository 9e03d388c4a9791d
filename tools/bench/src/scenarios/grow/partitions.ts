import type { ServiceName } from '../../../../local-infra/src';
import type { DatabaseReader } from '../../stage/database-reader';

interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Actual Loops'?: number;
  readonly Plans?: readonly Plan[];
}

export interface PartitionsRead {
  readonly table: string;
  /** Partitions that PostgreSQL touched while it ran the statement. */
  readonly read: number;
  readonly of: number;
}

interface Question {
  readonly service: ServiceName;
  readonly table: string;
  readonly newest: string;
  /** `%` stands for the ids. */
  readonly sql: string;
}

/** What is asked for every message, in the words of the product: was it marked, was it known, where is its entry. */
const questions: readonly Question[] = [
  {
    ...{ service: 'tax', table: 'inbox', newest: 'select id::text from inbox order by id desc limit 3' },
    sql: `select i.sender, i.id, i.hash, i.outcome, i.cause
      from unnest(array_fill('land-registry'::text, array[3]), %) v(sender, id)
      join inbox i on i.sender = v.sender and i.id = v.id`,
  },
  {
    ...{ service: 'integration-bus', table: 'known_message' },
    newest: 'select id::text from known_message order by id desc limit 3',
    sql: `select k.leaf, k.content_hash from unnest(array_fill('land-registry'::text, array[3]), %) q(sender, id)
      join known_message k using (sender, id)`,
  },
  {
    ...{ service: 'integration-bus', table: 'log_entry' },
    newest: 'select log_id::text as id from log_entry order by log_id desc limit 3',
    sql: 'select e.leaf from unnest(%) v(log_id) join log_entry e using (log_id)',
  },
];

/** Runs the questions about the newest messages with `explain analyze`. */
export async function partitionsRead(reader: DatabaseReader): Promise<PartitionsRead[]> {
  return Promise.all(questions.map((question) => ask(reader, question)));
}

async function ask(reader: DatabaseReader, { service, table, newest, sql }: Question): Promise<PartitionsRead> {
  const ids = (await reader.rows<{ id: string }>(service, newest)).map(({ id }) => id);
  const array = `array[${ids.map((id) => `'${id}'`).join(', ')}]::uuid[]`;
  const { 'QUERY PLAN': plans } = await reader.one<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
    service,
    `explain (analyze, format json) ${sql.replace('%', array)}`,
  );
  const { of } = await reader.one<{ of: number }>(
    service,
    'select count(*)::int as of from pg_inherits where inhparent = $1::regclass',
    [table],
  );
  return { table, of, read: plans.reduce((sum, { Plan: root }) => sum + touchedIn(root), 0) };
}

/** A partition that was pruned while the statement ran stands in its plan without a loop. */
function touchedIn(plan: Plan): number {
  if (plan['Actual Loops'] === 0) return 0;
  const own = plan['Relation Name'] === undefined ? 0 : 1;
  return (plan.Plans ?? []).reduce((sum, child) => sum + touchedIn(child), own);
}
