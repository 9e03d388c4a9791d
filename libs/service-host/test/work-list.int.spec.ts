import { type ApiClient, startTestService, type TestService, withClient } from '@lienthong/testing';
import type { Problem } from '../src';
import { statementOf } from '../src/desk/work-list.query';
import { requestService } from './desk.mother';

const AT = '2026-08-05T10:00:00+07:00';
const OVERDUE = { code: 'overdue', askedAt: '2026-08-03T09:00:00+07:00', dueOn: '2026-08-04' };
const NEXT = { code: 'next', askedAt: '2026-08-03T09:00:00.123+07:00', dueOn: '2026-08-07' };
const TWIN = { code: 'next-b', askedAt: '2026-08-03T09:00:00.123+07:00', dueOn: '2026-08-07' };
const LONGEST = { code: 'undated', askedAt: '2026-08-01T09:00:00+07:00' };

interface WorkPage {
  readonly items: readonly { readonly key: string; readonly late: boolean; readonly etag: string }[];
  readonly next?: string;
}

describe('the work list of an agency', () => {
  let service: TestService;
  let clerk: ApiClient;
  beforeAll(async () => {
    const offsetMs = Date.parse(AT) - Date.now();
    service = await startTestService(requestService, { CLOCK_OFFSET_MS: String(offsetMs) });
    clerk = await as('desk-clerk');
    for (const one of [LONGEST, NEXT, TWIN, OVERDUE]) await ask(clerk, { ...one, state: 'to-sign' });
    await ask(clerk, { code: 'sealing', askedAt: '2026-08-03T07:00:00+07:00', state: 'to-seal' });
    await ask(await as('desk-clerk', 'long-thanh'), { ...NEXT, code: 'elsewhere', state: 'to-sign' });
  });
  afterAll(() => service.stop());

  const as = async (role: string, office?: string): Promise<ApiClient> => {
    const clock = { now: () => new Date(AT) };
    return service.api.as(
      await service.home.token({ member: 'intake', role, clock, ...(office !== undefined && { office }) }),
    );
  };
  const ask = async (who: ApiClient, request: object): Promise<void> => {
    const body = { applicant: 'Lê Thị Thử', applicantNumber: '075190000001', ...request };
    const key = `asked-${(request as { code: string }).code}`;
    expect((await who.post('/requests', body, { 'idempotency-key': key })).status).toBe(201);
  };
  const keys = async (query: string, who = clerk): Promise<readonly [readonly string[], string | undefined]> => {
    const { body } = await who.get<WorkPage>(`/work-list?${query}`);
    return [body.items.map(({ key }) => key), body.next];
  };

  it('shows the late first, then what is due next, and last what has no due date', async () => {
    expect(await keys('step=sign')).toEqual([['overdue', 'next', 'next-b', 'undated'], undefined]);
    expect((await clerk.get('/work-list?step=sign&limit=1')).body['items']).toEqual([
      {
        kind: 'request',
        key: 'overdue',
        dossierCode: 'overdue',
        step: 'sign',
        state: 'to-sign',
        since: '2026-08-03T09:00:00.000+07:00',
        dueAt: '2026-08-04T17:00:00.000+07:00',
        late: true,
        etag: '"1"',
      },
    ]);
  });

  it('shows every step of the office, or one, or only what is late', async () => {
    expect((await keys(''))[0]).toEqual(['overdue', 'next', 'next-b', 'undated', 'sealing']);
    expect((await keys('step=seal'))[0]).toEqual(['sealing']);
    expect((await keys('late=true'))[0]).toEqual(['overdue']);
  });

  it('shows an office its own work, and what it took over from another one', async () => {
    expect((await keys('', await as('desk-clerk', 'long-thanh')))[0]).toEqual(['elsewhere']);
    expect((await keys('', await as('desk-clerk', 'nhon-trach')))[0]).toEqual(['elsewhere']);
  });

  it('goes on behind the last row of the page before, also among rows of one instant and behind rows without a date', async () => {
    const found: string[] = [];
    for (let cursor: string | undefined = '', pages = 0; cursor !== undefined && pages < 9; pages += 1) {
      const [page, next] = await keys(`limit=1${cursor && `&cursor=${cursor}`}`);
      found.push(...page);
      cursor = next;
    }
    expect(found).toEqual(['overdue', 'next', 'next-b', 'undated', 'sealing']);
  });

  it('is read from an index in its order, one statement for a page, however much waits', async () => {
    await withClient(service.database.migratorUrl, async (client) => {
      await client.query(`insert into desk_entry (id, kind, key, subject, office, state, version, changed_at, changed_by, step, since, due_at)
        select 'bulk|' || n, 'bulk', n, n, 'bulk-' || n % 20, 'x', 1, now(), 'x', 'sign', now(), now() + n * interval '1 hour'
          from generate_series(1, 20000) n`);
      await client.query('analyze desk_entry');
      const wanted = { offices: ['bulk-3'], person: 'p', at: new Date(AT), limit: 20 };
      for (const step of [undefined, 'sign']) {
        const { sql, values } = statementOf({ ...wanted, step });
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, values);
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        expect(plan).toMatch(/Index Scan using ix_desk_entry_(office|step)/);
        expect(plan).not.toMatch(/Sort|Seq Scan/);
      }
    });
  });

  it.each(['step=fly', 'step=sign&limit=0', 'limit=101', 'limit=x', 'page=2', 'claimed=you', 'late=soon'])(
    'refuses %s',
    async (query) => {
      const { status, body } = await clerk.get<Problem>(`/work-list?${query}`);
      expect([status, body.code]).toEqual([400, 'http.INPUT_INVALID']);
    },
  );

  it('refuses a cursor that no page gave, and persons without a role for it', async () => {
    for (const place of ['x', '["never","2026-08-03T00:00:00Z","a"]', '["infinity","never","a"]']) {
      const cursor = Buffer.from(place).toString('base64url');
      const { status, body } = await clerk.get<Problem>(`/work-list?cursor=${cursor}`);
      expect([status, body.code]).toEqual([400, 'http.CURSOR_INVALID']);
    }
    const operator = await as('message-operator');
    expect((await operator.get<Problem>('/work-list')).body.code).toBe('access.ROLE_NOT_ALLOWED');
  });
});
