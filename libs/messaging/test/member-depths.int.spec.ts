import { Database } from '@lienthong/persistence';
import { testDatabase, type TestDatabase, withClient } from '@lienthong/testing';
import { messagingMigrations } from '../src';
import { READ_DEPTHS } from '../src/depths/depths.sql';
import { MemberDepths } from '../src/depths/member-depths';
import { clock } from './deliveries.mother';

const ACCEPTED = 20_000;
const FILL = `
insert into outbox (id, shard, stream, epoch, seq, type, time, dataschema, sender_office, recipients, content_hash, salt,
                    payload, recorded_at, sent_at, accepted_at, rejected_at)
select gen_random_uuid(), 0, 'document:' || n, 1, 1, 't', 't', 's', 'o', 'r', 'h', 's', '\\x7b7d',
  now() - interval '1 hour', case when n <= $1 + 20 then now() end, case when n <= $1 then now() end,
  case when n between $1 + 1 and $1 + 5 then now() end
from generate_series(1, $1 + 50) n`;

describe('what waits at a member', () => {
  let db: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    db = await testDatabase({ entities: [], migrations: messagingMigrations });
    database = new Database({ url: db.appUrl, entities: [], applicationName: 'tax' });
    await database.connect();
    await withClient(db.migratorUrl, async (client) => {
      await client.query(FILL, [ACCEPTED]);
      await client.query('vacuum analyze outbox');
    });
  });
  afterAll(async () => {
    await database.close();
    await db.drop();
  });

  it('counts unsent, unanswered and rejected rows, and the age of the oldest one without an answer', async () => {
    const depths = await new MemberDepths(database, clock).current();
    expect(depths).toMatchObject({ unsent: 30, unanswered: 15, rejected: 5, parked: {}, stashed: 0, gaps: 0 });
    expect(depths?.oldestOpenSeconds).toBeGreaterThan(3_500);
  });

  it('is read by the indexes of what is open, however many accepted rows lie there', async () => {
    const plan = await withClient(db.migratorUrl, async (client) => {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain analyze ${READ_DEPTHS}`, [
        100_000,
        new Date(),
      ]);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).not.toContain('Seq Scan on outbox');
    for (const index of ['outbox_unsent', 'outbox_open', 'outbox_rejected']) expect(plan).toContain(index);
  });
});
