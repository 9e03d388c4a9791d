import {
  type ApiAnswer,
  type ApiClient,
  eventually,
  startTestService,
  type TestService,
  withClient,
} from '@lienthong/testing';
import type { Problem } from '../src';
import { Requests1767225950000, requestService } from './desk.mother';

interface Line {
  readonly by: string;
  readonly state: string;
  readonly before?: string;
  readonly fields: readonly string[];
  readonly reason?: string;
  readonly rules: readonly string[];
}

let service: TestService;
let asked = 0;
beforeAll(async () => {
  service = await startTestService(requestService);
});
afterAll(() => service.stop());

const clerk = async (person = 'desk-clerk-bien-hoa', role = 'desk-clerk', office = 'bien-hoa'): Promise<ApiClient> =>
  service.api.as(await service.home.token({ member: 'intake', role, office, person }));
const query = <R extends object>(sql: string): Promise<R[]> =>
  withClient(service.database.appUrl, async (client) => (await client.query<R>(sql)).rows);

/** A request that waits for its signature. */
async function request(applicant = 'Lê Thị Thử'): Promise<string> {
  asked += 1;
  const code = `request-${asked}`;
  const body = {
    code,
    askedAt: '2026-08-03T09:00:00+07:00',
    state: 'to-sign',
    applicant,
    applicantNumber: '075190000001',
  };
  expect((await (await clerk()).post('/requests', body, { 'idempotency-key': `asked-${code}` })).status).toBe(201);
  return code;
}

/** As an officer's program asks: what it does not name is not made up. */
async function sign(
  code: string,
  headers: Readonly<Record<string, string>>,
  body: object = {},
  who?: string,
): Promise<ApiAnswer<Problem>> {
  return (await clerk(who)).call<Problem>(`/requests/${code}/sign`, { method: 'POST', body, headers });
}

describe('a decision', () => {
  it('names the version that was looked at, and raises it', async () => {
    const code = await request();
    const shown = await (await clerk()).get(`/requests/${code}`);
    expect(shown.headers.get('etag')).toBe('"1"');
    expect((await sign(code, { 'if-match': '"1"' })).status).toBe(200);
    expect((await (await clerk()).get(`/requests/${code}`)).headers.get('etag')).toBe('"2"');
  });

  it('without a version is not taken, and is told what stands', async () => {
    const code = await request();
    const answer = await sign(code, { 'accept-language': 'en' });
    expect(answer).toMatchObject({ status: 428, body: { code: 'desk.VERSION_MISSING' } });
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.body.detail).toContain('to-sign');
  });

  it('about what has changed meanwhile is not taken, and is told the state, by whom and when', async () => {
    const code = await request();
    expect((await sign(code, { 'if-match': '"1"' }, {}, 'colleague')).status).toBe(200);
    const answer = await sign(code, { 'if-match': '"1"', 'accept-language': 'en' });
    expect(answer).toMatchObject({ status: 412, body: { code: 'desk.CHANGED_MEANWHILE' } });
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(answer.body.detail).toMatch(/by colleague.*to-seal/);
  });

  it('of two officers at once is taken once', async () => {
    const code = await request();
    const waiting = `select count(*)::int as n from pg_stat_activity
      where datname = current_database() and usename = current_user and wait_event_type = 'Lock'`;
    const both = await withClient(service.database.appUrl, async (client) => {
      await client.query('begin');
      await client.query('select from request where code = $1 for update', [code]);
      const signed = ['one', 'other'].map((who) => sign(code, { 'if-match': '"1"' }, {}, who));
      await eventually(async () => (await query<{ n: number }>(waiting))[0]?.n === signed.length, {
        describe: 'both officers to wait for the row',
      });
      await client.query('commit');
      return Promise.all(signed);
    });
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('that is sent again under its key is answered as before, although the version is another by then', async () => {
    const code = await request();
    const headers = { 'if-match': '"1"', 'idempotency-key': `signed-${code}` };
    expect((await sign(code, headers)).status).toBe(200);
    const again = await sign(code, headers);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
  });

  it('tells another office nothing about the work', async () => {
    const code = await request();
    const stranger = await clerk('stranger', 'desk-clerk', 'long-thanh');
    const answer = await stranger.call<Problem>(`/requests/${code}/sign`, { method: 'POST', body: {} });
    expect([answer.body.code, answer.headers.get('etag')]).toEqual(['access.OTHER_OFFICE', null]);
    expect((await stranger.post<Problem>(`/work-list/request/${code}/claim`)).body.code).toBe('access.OTHER_OFFICE');
    expect((await stranger.get<Problem>(`/history/${code}`)).body.code).toBe('desk.SUBJECT_UNKNOWN');
  });

  it('is refused with a reason that is no text', async () => {
    const answer = await sign(await request(), { 'if-match': '"1"' }, { reason: 7 });
    expect([answer.status, answer.body.code]).toEqual([400, 'http.INPUT_INVALID']);
  });
});

describe('work that somebody claims', () => {
  it('goes to one of two who want it at once; the other is told who has it', async () => {
    const path = `/work-list/request/${await request()}/claim`;
    const both = await Promise.all(['hanh', 'binh'].map(async (who) => (await clerk(who)).post<Problem>(path)));
    const [won] = both.filter(({ status }) => status === 200);
    const [lost] = both.filter(({ status }) => status === 409);
    expect(won?.body).toMatchObject({ id: expect.stringMatching(/^(hanh|binh)$/) });
    expect(lost?.body).toMatchObject({ code: 'desk.CLAIMED_BY_ANOTHER' });
    expect(lost?.body.detail).toContain((won?.body as unknown as { id: string }).id);
  });

  it('is decided by its holder only, is listed as the holder’s, and is free again when the step is done', async () => {
    const code = await request();
    const holder = await clerk('hanh');
    await holder.post(`/work-list/request/${code}/claim`);
    expect(await sign(code, { 'if-match': '"1"' }, {}, 'binh')).toMatchObject({
      status: 409,
      body: { code: 'desk.CLAIMED_BY_ANOTHER' },
    });
    const mine = (await holder.get('/work-list?claimed=mine&limit=100')).body['items'];
    expect(mine).toContainEqual(
      expect.objectContaining({ key: code, claimedBy: expect.objectContaining({ id: 'hanh' }) }),
    );
    expect((await sign(code, { 'if-match': '"1"' }, {}, 'hanh')).status).toBe(200);
    expect(JSON.stringify((await holder.get('/work-list?claimed=nobody&limit=100')).body)).toContain(`"${code}"`);
  });

  it('is given up by its holder, and by nobody else', async () => {
    const path = `/work-list/request/${await request()}`;
    const [holder, other] = [await clerk('hanh'), await clerk('binh')];
    expect((await holder.post<Problem>(`${path}/release`)).body.code).toBe('desk.NOT_CLAIMED');
    await holder.post(`${path}/claim`);
    expect((await other.post<Problem>(`${path}/release`)).body.code).toBe('desk.CLAIMED_BY_ANOTHER');
    expect((await holder.post(`${path}/release`)).status).toBe(204);
    expect((await other.post(`${path}/claim`)).status).toBe(200);
  });

  it('of an absent colleague is given to another by the leader, who says why', async () => {
    const code = await request();
    const path = `/work-list/request/${code}/reassign`;
    await (await clerk('hanh')).post(`/work-list/request/${code}/claim`);
    const wanted = { toPerson: 'binh', toName: 'Trần Văn Bình', reason: 'Chị Hạnh nghỉ ốm' };
    expect((await (await clerk('binh')).post<Problem>(path, wanted)).body.code).toBe('access.ROLE_NOT_ALLOWED');
    const leader = await clerk('leader', 'agency-leader');
    const { reason: _reason, ...silent } = wanted;
    expect((await leader.post<Problem>(path, silent)).body).toMatchObject({ faults: [{ path: 'reason' }] });
    expect((await leader.post(path, wanted)).body).toMatchObject({ id: 'binh' });
    expect((await sign(code, { 'if-match': '"1"' }, {}, 'binh')).status).toBe(200);
    const { items } = (await leader.get<{ items: Line[] }>(`/history/${code}`)).body;
    expect(items).toContainEqual(
      expect.objectContaining({ by: 'leader', reason: wanted.reason, fields: ['claimedBy=binh'] }),
    );
  });

  it('is given only to a person of the office who may do the step, as far as tokens and keys tell', async () => {
    const code = await request();
    const leader = await clerk('leader', 'agency-leader');
    const give = async (toPerson: string): Promise<string> =>
      (
        await leader.post<Problem>(`/work-list/request/${code}/reassign`, {
          ...{ toPerson, toName: toPerson, reason: 'Nghỉ phép' },
        })
      ).body.code;
    await (await clerk('elsewhere', 'desk-clerk', 'long-thanh')).get('/work-list');
    await (await clerk('second-leader', 'agency-leader')).get('/work-list');
    await (await clerk('moved')).get('/work-list');
    expect(await give('moved')).toBeUndefined();
    await (await clerk('moved', 'desk-clerk', 'long-thanh')).get('/work-list');
    for (const person of ['nobody', 'elsewhere', 'second-leader', 'moved'])
      expect([person, await give(person)]).toEqual([person, 'desk.PERSON_UNFIT']);
  });

  it('must wait for somebody', async () => {
    const answer = await (await clerk()).post<Problem>('/work-list/request/nothing/claim');
    expect([answer.status, answer.body.code]).toEqual([404, 'desk.NOTHING_WAITS']);
  });
});

describe('the history of a dossier', () => {
  it('says who changed it, when, from what to what, why, and under which rules', async () => {
    const code = await request();
    await sign(code, { 'if-match': '"1"' }, { reason: 'Đủ giấy tờ' }, 'hanh');
    const { items } = (await (await clerk()).get<{ items: Line[] }>(`/history/${code}`)).body;
    expect(items).toMatchObject([
      { by: 'desk-clerk-bien-hoa', state: 'to-sign', rules: ['permits/v1'] },
      {
        by: 'hanh',
        before: 'to-sign',
        state: 'to-seal',
        fields: ['state'],
        reason: 'Đủ giấy tờ',
        rules: ['permits/v1'],
      },
    ]);
    const page = await (await clerk()).get<{ items: Line[]; next: string }>(`/history/${code}?limit=1`);
    const rest = await (await clerk()).get<{ items: Line[] }>(`/history/${code}?cursor=${page.body.next}`);
    expect([page.body.items, rest.body.items]).toEqual([items.slice(0, 1), items.slice(1)]);
  });

  it('has no line of a change that came to nothing', async () => {
    const code = await request();
    expect((await (await clerk()).post(`/requests/${code}/spoil`)).status).toBe(500);
    expect((await (await clerk()).get<{ items: Line[] }>(`/history/${code}`)).body.items).toHaveLength(1);
  });

  it.each(['desk_change', 'desk_read'])('is only ever added to: %s', async (table) => {
    await request();
    for (const sql of [`update ${table} set by = 'x'`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(query(sql)).rejects.toThrow('permission denied');
      const asOwner = withClient(service.database.migratorUrl, (client) => client.query(sql));
      await expect(asOwner).rejects.toThrow('only ever added to');
    }
  });

  it('of a dossier that the agency never had is not known', async () => {
    expect((await (await clerk()).get<Problem>('/history/x')).body.code).toBe('desk.SUBJECT_UNKNOWN');
  });
});

describe('work from before the desks', () => {
  it('is on the list and is found once the service has started, with nobody named for what was not seen', async () => {
    const migrations = requestService.migrations.filter((one) => one === Requests1767225950000);
    expect(migrations).toHaveLength(1);
    await withClient(service.database.migratorUrl, async (client) => {
      await client.query('delete from desk_caught_up');
      await client.query(`insert into request select 'old-' || n, 'bien-hoa', 'to-sign', now(), null, 'Đỗ Văn Cũ', '075190000077'
        from generate_series(1, 401) n`);
    });
    const again = await startTestService(requestService, { DATABASE_URL: service.database.appUrl });
    await again.stop();
    await withClient(service.database.migratorUrl, async (client) => {
      const { rows } = await client.query(
        `select count(*)::int as waiting, (select count(*)::int from desk_term where id like 'request|old-%') as found,
            min(changed_by) as by from desk_entry where id like 'request|old-%' and step = 'sign'`,
      );
      expect(rows).toEqual([{ waiting: 401, found: 401, by: 'before the desks' }]);
    });
  });
});
