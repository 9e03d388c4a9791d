import { eventually, startTestService, type TestService, withClient } from '@lienthong/testing';
import type { ApiClient } from '@lienthong/testing';
import { IdempotencyRetention, type Problem } from '../src';
import { aPermit, permitService } from './permits.mother';

let key = 0;
const nextKey = (): Record<string, string> => ({ 'idempotency-key': `key-${String((key += 1)).padStart(8, '0')}` });
const permit = (title: string): object => ({ ...aPermit, title });

describe('a creating request', () => {
  let service: TestService;
  let clerk: ApiClient;
  beforeAll(async () => {
    service = await startTestService(permitService);
    clerk = await service.as('desk-clerk');
  });
  afterAll(() => service.stop());

  const permits = (): Promise<number> =>
    withClient(service.database.appUrl, async (client) => {
      const { rows } = await client.query<{ n: number }>('select count(*)::int n from permit');
      return rows[0]?.n ?? -1;
    });

  it('that is repeated gives the first answer, byte for byte, and creates nothing more', async () => {
    const before = await permits();
    const headers = nextKey();
    const first = await clerk.post('/permits', permit('fence'), headers);
    const again = await clerk.post('/permits', permit('fence'), headers);
    expect(first).toMatchObject({ status: 201, body: { title: 'fence', number: 'fence-1' } });
    expect(again.status).toBe(201);
    expect(JSON.stringify(again.body)).toBe(JSON.stringify(first.body));
    expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(await permits()).toBe(before + 1);
  });

  it('with a key that was used for other data is refused', async () => {
    const headers = nextKey();
    await clerk.post('/permits', permit('wall'), headers);
    const other = await clerk.post<Problem>('/permits', permit('gate'), headers);
    expect([other.status, other.body.code]).toEqual([422, 'http.IDEMPOTENCY_KEY_REUSED']);
  });

  it('of another person may carry the same key', async () => {
    const headers = nextKey();
    await clerk.post('/permits', permit('pond'), headers);
    const other = await service.as('desk-clerk', 'long-thanh');
    const answer = await other.post('/permits', permit('lake'), headers);
    expect([answer.status, answer.headers.get('idempotency-replayed')]).toEqual([201, null]);
  });

  it('that was refused leaves its key free', async () => {
    const headers = nextKey();
    await clerk.post('/permits', permit('shed'), nextKey());
    const refused = await clerk.post<Problem>('/permits', { title: 'shed' }, headers);
    expect(refused.status).toBe(400);
    expect((await clerk.post('/permits', permit('shed 2'), headers)).status).toBe(201);
  });

  it('sent eight times at once is done once; all get the same answer', async () => {
    const before = await permits();
    const headers = nextKey();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => clerk.post('/permits', permit('tower'), headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(answers.filter((answer) => answer.headers.get('idempotency-replayed') === null)).toHaveLength(1);
    expect(await permits()).toBe(before + 1);
  });

  it('that the rules allow only once is not refused to its own repetition, however close it follows', async () => {
    await clerk.post('/permits', permit('deed'), nextKey());
    const headers = nextKey();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => clerk.post('/permits/deed/seal', undefined, headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect((await clerk.post<Problem>('/permits/deed/seal', undefined, nextKey())).body.code).toBe(
      'permits.SEALED_ALREADY',
    );
  });

  describe('that shares its transaction with others', () => {
    const atOnce = (titles: readonly string[]): Promise<readonly string[]> =>
      withClient(service.database.appUrl, async (client) => {
        await client.query('begin');
        await client.query('lock table permit in exclusive mode');
        const sent = titles.map((title) => clerk.post<Problem>('/permits', permit(title), nextKey()));
        await eventually(async () => {
          const { rowCount } = await client.query('select from pg_locks where not granted');
          return rowCount === 1;
        });
        await client.query('commit');
        return (await Promise.all(sent)).map(({ status, body }) => (status === 201 ? 'created' : body.code));
      });

    it('is committed with what came meanwhile', async () => {
      const titles = Array.from({ length: 12 }, (_, at) => `tree ${at}`);
      expect(await atOnce(titles)).toEqual(Array(12).fill('created'));
      const transactions = await withClient(service.database.appUrl, async (client) => {
        const { rows } = await client.query<{ n: number }>(
          `select count(distinct xmin::text)::int n from permit where title like 'tree %'`,
        );
        return rows[0]?.n;
      });
      expect(transactions).toBeLessThan(6);
    });

    it('is not touched by one that is refused, nor by one that the database refuses', async () => {
      await clerk.post('/permits', permit('bridge'), nextKey());
      const titles = ['road 1', 'moon 1', 'road 2', 'bridge', 'road 3', 'moon 2', 'road 4'];
      const [refused, doubled] = ['permits.NOT_ON_EARTH', 'persistence.CONFLICT'];
      const answers = ['created', refused, 'created', doubled, 'created', refused, 'created'];
      expect(await atOnce(titles)).toEqual(answers);
    });
  });

  it('keeps key and answer in the transaction of what it creates', async () => {
    const rows = await withClient(service.database.appUrl, async (client) => {
      const found = await client.query<{ key: string }>('select key from idempotency_key');
      return found.rows.map((row) => row.key);
    });
    expect(rows).toContain('intake|desk-clerk-bien-hoa|POST /permits|key-00000001');
    expect(rows.filter((row) => row.includes('|POST /permits|'))).toHaveLength(await permits());
  });

  it('is answered again for 30 days; then its key is free', async () => {
    const headers = nextKey();
    await clerk.post('/permits', permit('tomb'), headers);
    const retention = service.running.app.get(IdempotencyRetention);
    const age = (days: number): Promise<unknown> =>
      withClient(service.database.appUrl, (client) =>
        client.query('update idempotency_key set created_at = now() - make_interval(days => $1) where key like $2', [
          days,
          `%${headers['idempotency-key']}`,
        ]),
      );
    await age(29);
    expect(await retention.sweep()).toBe(0);
    expect((await clerk.post('/permits', permit('tomb'), headers)).status).toBe(201);
    await age(31);
    expect(await retention.sweep()).toBe(1);
    expect((await clerk.post('/permits', permit('tomb 2'), headers)).body).toMatchObject({ title: 'tomb 2' });
  });

  describe('and the acts that follow', () => {
    it('are refused to another office and to the same person', async () => {
      await clerk.post('/permits', permit('roof'), nextKey());
      expect((await clerk.post<Problem>('/permits/roof/sign')).body.code).toBe('access.SAME_PERSON');
      const elsewhere = await service.as('agency-leader', 'long-thanh');
      expect((await elsewhere.post<Problem>('/permits/roof/sign')).body.code).toBe('access.OTHER_OFFICE');
      const leader = await service.as('agency-leader');
      expect(await leader.post('/permits/roof/sign')).toMatchObject({
        status: 201,
        body: { signedBy: 'agency-leader-bien-hoa' },
      });
      expect((await leader.post<Problem>('/permits/nothing/sign')).status).toBe(404);
    });
  });

  it('finds the service ready once the database answers', async () => {
    const body = await eventually(async () => {
      const answer = await service.api.get('/health/ready');
      return answer.status === 200 && answer.body;
    });
    expect(body).toMatchObject({ status: 'ready', probes: { database: { ready: true } } });
  });
});
