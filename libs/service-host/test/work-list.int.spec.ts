import { type ApiClient, startTestService, type TestService, withClient } from '@lienthong/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Problem, ServiceDefinition, WorkListDefinition } from '../src';
import { permitService } from './permits.mother';

const workList: WorkListDefinition = {
  roles: ['desk-clerk'],
  table: 'request',
  key: 'code',
  since: 'asked_at',
  state: 'state',
  steps: { sign: 1, seal: 2 },
  takenOver: (office) => (office === 'nhon-trach' ? ['long-thanh'] : []),
  ofDossiers: true,
};

class Requests1767225950000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table request (code text, office text, asked_at timestamptz, state smallint)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table request');
  }
}

interface WorkPage {
  readonly items: readonly { readonly key: string }[];
  readonly next?: string;
}

async function open(list: WorkListDefinition): Promise<TestService> {
  const migrations = [...permitService.migrations, Requests1767225950000];
  const service = await startTestService({ ...permitService, migrations, workList: list } satisfies ServiceDefinition);
  await withClient(service.database.appUrl, (client) =>
    client.query(`insert into request values
      ('c', 'bien-hoa', '2026-08-03T08:00:00+07:00', 1), ('b', 'bien-hoa', '2026-08-03T09:00:00.123+07:00', 1),
      ('a', 'bien-hoa', '2026-08-03T09:00:00.123+07:00', 1), ('d', 'bien-hoa', '2026-08-03T07:00:00+07:00', 2),
      ('e', 'long-thanh', '2026-08-03T07:00:00+07:00', 1)`),
  );
  return service;
}

describe('the work list of a service', () => {
  let service: TestService;
  let clerk: ApiClient;
  beforeAll(async () => {
    service = await open(workList);
    clerk = await service.as('desk-clerk');
  });
  afterAll(() => service.stop());

  const pageKeys = async (query: string): Promise<readonly [readonly string[], string | undefined]> => {
    const { body } = await clerk.get<WorkPage>(`/work-list?step=sign${query}`);
    return [body.items.map(({ key }) => key), body.next];
  };

  it('shows what waits for the step at the office of the token, the longest wait first', async () => {
    expect(await pageKeys('')).toEqual([['c', 'a', 'b'], undefined]);
    expect((await clerk.get('/work-list?step=seal')).body).toEqual({
      items: [{ key: 'd', dossierCode: 'd', since: '2026-08-03T07:00:00.000+07:00' }],
    });
    const other = await service.as('desk-clerk', 'long-thanh');
    expect((await other.get('/work-list?step=sign')).body).toMatchObject({ items: [{ key: 'e' }] });
  });

  it('shows an office what it took over from another one', async () => {
    const successor = await service.as('desk-clerk', 'nhon-trach');
    expect((await successor.get('/work-list?step=sign')).body).toMatchObject({ items: [{ key: 'e' }] });
  });

  it('goes on behind the last row of the page before, also among rows of one instant', async () => {
    const [first, second] = await pageKeys('&limit=1');
    const [middle, third] = await pageKeys(`&limit=1&cursor=${second}`);
    const [last, none] = await pageKeys(`&limit=1&cursor=${third}`);
    expect([first, middle, last, none]).toEqual([['c'], ['a'], ['b'], undefined]);
  });

  it.each(['step=fly', 'limit=5', 'step=sign&limit=0', 'step=sign&limit=101', 'step=sign&limit=x', 'step=sign&page=2'])(
    'refuses %s',
    async (query) => {
      const { status, body } = await clerk.get<Problem>(`/work-list?${query}`);
      expect([status, body.code]).toEqual([400, 'http.INPUT_INVALID']);
    },
  );

  it('refuses a cursor that no page gave, and persons without a role for it', async () => {
    for (const cursor of ['x', Buffer.from('["never","a"]').toString('base64url')]) {
      const { status, body } = await clerk.get<Problem>(`/work-list?step=sign&cursor=${cursor}`);
      expect([status, body.code]).toEqual([400, 'http.CURSOR_INVALID']);
    }
    const leader = await service.as('agency-leader');
    expect((await leader.get<Problem>('/work-list?step=sign')).body.code).toBe('access.ROLE_NOT_ALLOWED');
  });
});
