import { testDatabase, type TestDatabase, withClient } from '@lienthong/testing';
import type { Client } from 'pg';
import { REOPEN_DELIVERIES, REOPEN_UNFINISHED } from '../src/deliveries/delivery.sql';
import { integrationBusService } from '../src/integration-bus.service-definition';

const STREAMS = 10;
const HANDLED = 1_000;
const STASHED = 10_000;
/** What one look at the head of a stream may read: down one index, and the row it finds. */
const BUFFERS_PER_LOOK = 8;
/** What the leader of the relay grants a statement. */
const STATEMENT_TIMEOUT_MS = 10_000;

/** In each stream: handled ones, one that is parked, and behind it those that are stashed. */
const FILL = `
insert into delivery (recipient, stream, epoch, seq, office, log_id, shard, state, outcome, produced_at, last_produced_at,
                      attempts, next_at, acknowledged_at, handled_at)
select 'land-registry', 'dossier:' || s, 1, n, 'bien-hoa', gen_random_uuid(), 0, 'acknowledged',
  case when n <= $2 then 'handled' when n = $2 + 1 then 'parked' else 'stashed' end,
  now() - interval '1 hour', now() - interval '1 hour', 1, now() - interval '30 minutes', now() - interval '1 hour',
  case when n <= $2 then now() end
from generate_series(1, $1) s, generate_series(1, $2 + 1 + $3) n`;
const MEMBER = `
insert into member (code, name, agency_codes, transport, state, log_id)
values ('land-registry', 'Land', '[]', 'kafka', 'active', gen_random_uuid())`;

interface Plan {
  readonly Plan: Record<'Shared Hit Blocks' | 'Shared Read Blocks', number>;
}

describe('deliveries that are asked for again', () => {
  let db: TestDatabase;

  beforeAll(async () => {
    db = await testDatabase(integrationBusService);
    await withClient(db.migratorUrl, async (client) => {
      await client.query(MEMBER);
      await client.query(FILL, [STREAMS, HANDLED, STASHED]);
      await client.query('vacuum analyze delivery');
    });
  });
  afterAll(() => db.drop());

  /** What a statement reads, rolled back, and by which indexes. */
  const cost = async (client: Client, sql: string, params: readonly unknown[]): Promise<[number, string[]]> => {
    await client.query('begin');
    await client.query(`set local statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
    const explain = `explain (analyze, buffers, timing off, format json) ${sql}`;
    const { rows } = await client.query<{ 'QUERY PLAN': [Plan] }>(explain, [...params]);
    await client.query('rollback');
    const [{ Plan: plan }] = rows[0]?.['QUERY PLAN'] as [Plan];
    const indexes = [...JSON.stringify(plan).matchAll(/"Index Name":"(\w+)"/g)].map(([, name]) => String(name));
    return [plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], indexes];
  };

  it('are found without reading the streams of stashed ones, however long these are', async () => {
    await withClient(db.migratorUrl, async (client) => {
      const [buffers, indexes] = await cost(client, REOPEN_UNFINISHED, [new Date(), new Date(0), 100]);
      expect(indexes).toContain('delivery_holding');
      expect(buffers).toBeLessThan(STREAMS * STASHED * BUFFERS_PER_LOOK);
    });
  });

  it('are found without reading the streams of unanswered ones, however much of these is answered', async () => {
    await withClient(db.migratorUrl, async (client) => {
      const unanswered = "update delivery set state = 'produced' where outcome = 'stashed' and seq % 10 = 0";
      const { rowCount } = await client.query(unanswered);
      await client.query('vacuum analyze delivery');
      const [buffers, indexes] = await cost(client, REOPEN_DELIVERIES, [new Date(), 100]);
      expect(indexes).toContain('delivery_holding');
      expect(buffers).toBeLessThan((rowCount ?? 0) * BUFFERS_PER_LOOK);
    });
  });
});
