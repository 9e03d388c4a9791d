import { FixedClock, newId } from '@lienthong/kernel';
import { testDatabase, type TestDatabase } from '@lienthong/testing';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropPartitions, droppableById, ID_FLOOR_FUNCTION, keepPartitions, partitionedById } from '../src';

class Letters1 implements MigrationInterface {
  readonly name = 'Letters1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ID_FLOOR_FUNCTION);
    await runner.query('create table letter (id uuid primary key, state text not null) partition by range (id)');
    await runner.query(partitionedById('letter'));
    await runner.query(droppableById('letter', "state = 'open'"));
  }

  async down(): Promise<void> {
    // never undone: the database is dropped with the spec
  }
}

const idAt = (instant: string): string => newId(new FixedClock(instant));

describe('monthly partitions by id', () => {
  let db: TestDatabase;
  let client: Client;
  const reported: object[] = [];

  beforeEach(async () => {
    reported.length = 0;
    db = await testDatabase({ entities: [], migrations: [Letters1] });
    client = new Client({ connectionString: db.appUrl });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await db.drop();
  });

  const keep = (now: string, since?: string): Promise<void> =>
    keepPartitions(client, 'letter', {
      now: new Date(now),
      ...(since ? { since: new Date(since) } : {}),
      report: (_, facts) => void reported.push(facts),
    });
  const put = (id: string, state = 'done'): Promise<unknown> =>
    client.query('insert into letter values ($1, $2)', [id, state]);
  const months = async (): Promise<string[]> => {
    const { rows } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relname ~ '^letter_[0-9]+$' order by 1",
    );
    return rows.map(({ name }) => name.slice('letter_'.length));
  };
  const states = async (): Promise<string[]> =>
    (await client.query<{ state: string }>('select state from letter order by 1')).rows.map((row) => row.state);

  it('drops a month at the instant at which it lies wholly before the window, and not a millisecond earlier', async () => {
    await keep('2026-05-15T00:00:00Z');
    await put(idAt('2026-01-31T23:59:59.999Z'), 'january');
    await put(idAt('2026-02-01T00:00:00.000Z'), 'february');
    expect(await dropPartitions(client, 'letter', new Date('2026-01-31T23:59:59.999Z'))).toEqual([]);
    expect(await states()).toEqual(['february', 'january']);
    expect(await dropPartitions(client, 'letter', new Date('2026-02-01T00:00:00.000Z'))).toEqual(['letter_202601']);
    expect(await states()).toEqual(['february']);
  });

  it('never drops a month in which a row is still open, and drops it once the row is closed', async () => {
    await keep('2026-05-15T00:00:00Z');
    await put(idAt('2026-02-10T00:00:00Z'), 'open');
    await put(idAt('2026-02-11T00:00:00Z'), 'done');
    expect(await dropPartitions(client, 'letter', new Date('2026-05-01T00:00:00Z'))).toEqual([
      'letter_202601',
      'letter_202603',
      'letter_202604',
    ]);
    expect(await states()).toEqual(['done', 'open']);
    await client.query("update letter set state = 'done'");
    expect(await dropPartitions(client, 'letter', new Date('2026-05-01T00:00:00Z'))).toEqual(['letter_202602']);
    expect(await states()).toEqual([]);
  });

  it('removes old rows from the default partition, open ones stay', async () => {
    await put(idAt('2026-01-31T23:59:59.999Z'), 'old');
    await put(idAt('2026-01-10T00:00:00Z'), 'open');
    await put(idAt('2026-02-01T00:00:00Z'), 'young');
    await dropPartitions(client, 'letter', new Date('2026-02-01T00:00:00Z'));
    expect(await states()).toEqual(['open', 'young']);
  });

  it('makes no month again that was dropped: the first one is the month of the window', async () => {
    await keep('2026-05-01T00:00:00Z', '2026-01-31T00:00:00Z');
    expect(await months()).toEqual(['202601', '202602', '202603', '202604', '202605', '202606', '202607', '202608']);
    await dropPartitions(client, 'letter', new Date('2026-02-01T00:00:00Z'));
    await keep('2026-05-02T00:00:00Z', '2026-02-01T00:00:00Z');
    expect((await months())[0]).toBe('202602');
  });

  it('makes all other months when the rows of one lie in the default partition already, and says which', async () => {
    await put(idAt('2026-06-15T00:00:00Z'));
    await keep('2026-05-15T00:00:00Z', '2026-04-01T00:00:00Z');
    expect(await months()).toEqual(['202604', '202605', '202607', '202608']);
    expect(reported).toEqual([{ table: 'letter' }, { table: 'letter', month: '2026-06' }]);
  });

  it('gives the app role no other way to drop a table', async () => {
    await keep('2026-05-15T00:00:00Z');
    await expect(client.query('drop table letter_202605')).rejects.toThrow('must be owner');
  });
});
