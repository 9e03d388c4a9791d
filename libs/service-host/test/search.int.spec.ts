import { type ApiClient, startTestService, type TestService, withClient } from '@lienthong/testing';
import type { Problem } from '../src';
import { requestService } from './desk.mother';

interface FoundPage {
  readonly items: readonly { readonly key: string; readonly matched: readonly string[] }[];
  readonly next?: string;
}

describe('the search of an agency', () => {
  let service: TestService;
  let clerk: ApiClient;
  beforeAll(async () => {
    service = await startTestService(requestService);
    clerk = await service.as('desk-clerk');
    for (const [code, applicant, applicantNumber] of [
      ['a', 'Đặng Thị Hà', '075190000001'],
      ['b', 'Hà Văn Đặng', '075190000002'],
      ['c', 'Đặng Thị Hà', '075190000003'],
    ] as const) {
      const body = { code, askedAt: '2026-08-03T09:00:00+07:00', state: 'to-sign', applicant, applicantNumber };
      await clerk.post('/requests', body, { 'idempotency-key': `searched-${code}` });
    }
  });
  afterAll(() => service.stop());

  const found = async (by: string, value: string, who = clerk): Promise<readonly string[]> => {
    const { status, body } = await who.post<FoundPage>('/search', { by, value });
    expect(status).toBe(200);
    return body.items.map(({ key }) => key);
  };

  it('finds by number, by dossier code, and by words of a name in their order, marks or not', async () => {
    expect(await found('person', '075190000002')).toEqual(['b']);
    expect(await found('dossier', 'c')).toEqual(['c']);
    expect(await found('name', 'Đặng Thị Hà')).toEqual(['c', 'a']);
    expect(await found('name', 'thi ha')).toEqual(['c', 'a']);
    expect(await found('name', 'van')).toEqual(['b']);
    expect(await found('name', 'hà đặng')).toEqual([]);
    expect(await found('name', '…')).toEqual([]);
    expect(await found('notice', 'c')).toEqual([]);
  });

  it('shows where it stands, and of persons no more than initials', async () => {
    const { body } = await clerk.post('/search', { by: 'name', value: 'van' });
    expect(body['items']).toEqual([
      {
        kind: 'request',
        key: 'b',
        subject: 'b',
        dossierCode: 'b',
        state: 'to-sign',
        step: 'sign',
        since: '2026-08-03T09:00:00.000+07:00',
        matched: ['H. V. D.'],
      },
    ]);
    expect((await clerk.post<FoundPage>('/search', { by: 'person', value: '075190000002' })).body.items).toMatchObject([
      { matched: ['********0002'] },
    ]);
  });

  it('goes on behind the last row of the page before', async () => {
    const wanted = { by: 'name', value: 'ha', limit: 2 };
    const first = await clerk.post<FoundPage>('/search', wanted);
    const rest = await clerk.post<FoundPage>('/search', { ...wanted, cursor: first.body.next });
    expect([first, rest].map(({ body }) => body.items.map(({ key }) => key))).toEqual([['c', 'b'], ['a']]);
    expect(rest.body.next).toBeUndefined();
  });

  it('finds nothing of another office', async () => {
    expect(await found('person', '075190000002', await service.as('desk-clerk', 'long-thanh'))).toEqual([]);
  });

  it('of persons is for who needs it, and is written down without the name', async () => {
    const monitor = await service.as('monitor');
    expect((await monitor.post<Problem>('/search', { by: 'name', value: 'Hà' })).body.code).toBe('desk.PERSONAL_DATA');
    expect(await found('dossier', 'a', monitor)).toEqual(['a']);
    const read = async (): Promise<unknown[]> =>
      withClient(
        service.database.appUrl,
        async (client) => (await client.query<object>('select * from desk_read order by number')).rows,
      );
    const before = await read();
    await found('person', '075190000003');
    const lines = (await read()).slice(before.length);
    expect(lines).toMatchObject([{ by: 'desk-clerk-bien-hoa', looked_for: 'person', found: ['request|c'] }]);
    expect(JSON.stringify(lines)).not.toContain('075190000003');
  });

  it('uses an index, however many there are', async () => {
    await withClient(service.database.migratorUrl, async (client) => {
      await client.query(`insert into desk_term (id, kind, key, subject, office, terms)
        select 'bulk|' || n, 'bulk', n, n, 'bien-hoa', array['person:' || n, 'word:w' || n] from generate_series(1, 20000) n`);
      await client.query('vacuum analyze desk_term');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain select id from desk_term where terms @> array['person:77']`,
      );
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('ix_desk_term_terms');
    });
  });

  it.each([
    { by: 'colour', value: 'x' },
    { by: 'name' },
    { by: 'name', value: ' ' },
    { value: 'x' },
    { by: 'name', value: 'x', limit: 101 },
  ])('refuses %j', async (body) => {
    expect(await clerk.post<Problem>('/search', body)).toMatchObject({
      status: 400,
      body: { code: 'http.INPUT_INVALID' },
    });
  });
});
