import { Database } from '../src';
import { testInfrastructure } from '@lienthong/testing';

const TABLE = `note_${Date.now()}`;

describe('a transaction', () => {
  const database = new Database({ url: testInfrastructure().postgres, entities: [], applicationName: 'spec' });
  beforeAll(async () => {
    await database.connect();
    await database.transaction((client) => client.query(`create table ${TABLE} (id int primary key, text text)`));
  });
  afterAll(async () => {
    await database.transaction((client) => client.query(`drop table ${TABLE}`));
    await database.close();
  });

  const insert = `insert into ${TABLE} (id, text) values ($1, $2)`;
  const ids = async (): Promise<number[]> =>
    database.transaction(async (client) => {
      const { rows } = await client.query<{ id: number }>(`select id from ${TABLE} order by id`);
      return rows.map(({ id }) => id);
    });

  it('commits what rides with the commit', async () => {
    const result = await database.transaction((client, ride) => {
      ride(client.query(insert, [1, 'a']));
      ride(client.query(insert, [2, 'b']));
      return Promise.resolve('done');
    });
    expect(result).toBe('done');
    expect(await ids()).toEqual([1, 2]);
  });

  it('commits nothing when one statement fails, and throws its error, not those of what followed it', async () => {
    const failed = database.transaction((client, ride) => {
      ride(client.query(insert, [3, 'c']));
      ride(client.query(insert, [1, 'taken']));
      ride(client.query(insert, [4, 'd']));
      return Promise.resolve();
    });
    await expect(failed).rejects.toMatchObject({ code: '23505' });
    expect(await ids()).toEqual([1, 2]);
  });

  const circular: { self?: unknown } = {};
  circular.self = circular;
  it.each([
    ['a value that cannot be written', [insert, [6, circular]], 'circular'],
    ['no text', [{}], 'must have either text or a name'],
  ])('commits nothing when one statement cannot even be sent: %s', async (_, statement, told) => {
    const failed = database.transaction((client, ride) => {
      ride(client.query(insert, [5, 'e']));
      ride(client.query(...(statement as [string])));
      ride(client.query(insert, [7, 'g']));
      return Promise.resolve();
    });
    await expect(failed).rejects.toThrow(told);
    expect(await ids()).toEqual([1, 2]);
    // the statement that could not be sent can be, on whichever connection comes next
    await database.transaction((client) => client.query(`${insert} on conflict do nothing`, [1, 'a']));
    await expect(database.transaction((client) => client.query(insert, [1, 'taken']))).rejects.toMatchObject({
      code: '23505',
    });
  });

  it('commits nothing when the work fails', async () => {
    const failed = database.transaction(async (client, ride) => {
      ride(client.query(insert, [8, 'h']));
      await Promise.resolve();
      throw new Error('a change of mind');
    });
    await expect(failed).rejects.toThrow('a change of mind');
    expect(await ids()).toEqual([1, 2]);
  });

  it('plans a statement with parameters once a connection, for whatever values', async () => {
    const seen = await database.transaction(async (client) => {
      for (let id = 100; id < 110; id += 1) await client.query(`select text from ${TABLE} where id = $1`, [id]);
      const sql = `select generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements
        where statement like 'select text from ${TABLE}%'`;
      return (await client.query(sql)).rows as object[];
    });
    expect(seen).toEqual([{ generic: 10, custom: 0 }]);
  });
});
