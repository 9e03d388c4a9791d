import { messagingMigrations } from '@lienthong/messaging';
import { type ApiClient, startTestService, type TestService, withClient } from '@lienthong/testing';
import type { Problem } from '../src';
import { permitService } from './permits.mother';

const member = {
  ...permitService,
  messaging: true,
  migrations: [...messagingMigrations, ...permitService.migrations],
};
const ID = '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c0';
const REASON = 'sent twice by mistake';

interface View {
  readonly id: string;
  readonly text: string;
}
interface List {
  readonly items: readonly View[];
  readonly next?: string;
}

describe('the operators’ endpoints for parked messages', () => {
  let service: TestService;
  let operator: ApiClient;
  beforeAll(async () => {
    service = await startTestService(member);
    operator = await service.as('message-operator');
    await withClient(service.database.appUrl, async (client) => {
      for (const n of [1, 2, 3]) {
        await client.query('insert into stream_in values ($1, 1, 1, $2)', [
          `dossier:H19.1-260803-000${n}`,
          `${ID}${n}`,
        ]);
        await client.query(
          `insert into parked (sender, id, stream, epoch, seq, holds_stream, cause, text_vi, text_en, detail, headers,
             payload, arrived_as, attempts, parked_at, last_attempt_at)
           values ('tax', $1, $2, 1, 1, true, 'land.BROKEN', 'Hồ sơ hỏng.', 'The dossier is broken.', 'Error: at secret.ts:1',
             $3, 'personal data', 'lt.intake.in/0/7', 1, $4, $4)`,
          [
            `${ID}${n}`,
            `dossier:H19.1-260803-000${n}`,
            { ce_type: 'vn.lienthong.tax.slip.v1', ce_subject: `H19.1-260803-000${n}` },
            `2026-08-03T09:00:0${n}.000+07:00`,
          ],
        );
        await client.query(
          `insert into inbox (sender, id, stream, seq, hash, outcome, handled_at) values ('tax', $1, $2, 1, 'h', 'parked', now())`,
          [`${ID}${n}`, `dossier:H19.1-260803-000${n}`],
        );
      }
    });
  });
  afterAll(() => service.stop());

  it('list page by page, the newest or the oldest first', async () => {
    const walk = async (order: string): Promise<string[]> => {
      const first = (await operator.get<List>(`/parked?limit=2&order=${order}`)).body;
      const second = (await operator.get<List>(`/parked?limit=2&order=${order}&cursor=${first.next}`)).body;
      expect(second.next).toBeUndefined();
      return [...first.items, ...second.items].map(({ id }) => id.slice(-1));
    };
    expect([await walk('newest'), await walk('oldest')]).toEqual([
      ['3', '2', '1'],
      ['1', '2', '3'],
    ]);
  });

  it('show one in the reader’s language, without payload and without the technical detail', async () => {
    const { body } = await operator.get<View>(`/parked/tax/${ID}1`, { 'accept-language': 'en' });
    expect(body).toEqual({
      sender: 'tax',
      id: `${ID}1`,
      type: 'vn.lienthong.tax.slip.v1',
      subject: 'H19.1-260803-0001',
      stream: 'dossier:H19.1-260803-0001',
      epoch: 1,
      number: 1,
      cause: 'land.BROKEN',
      text: 'The dossier is broken.',
      attempts: 1,
      firstParkedAt: '2026-08-03T09:00:01.000+07:00',
      lastAttemptAt: '2026-08-03T09:00:01.000+07:00',
      holdsStream: true,
      waitingBehind: 0,
      isReleasable: true,
      arrivedAs: 'lt.intake.in/0/7',
    });
    const vietnamese = await operator.get<View>(`/parked/tax/${ID}1`, { 'accept-language': 'vi' });
    expect(vietnamese.body.text).toBe('Hồ sơ hỏng.');
  });

  it('release one: it is judged again at once, and says what became of it', async () => {
    const { status, body } = await operator.post(`/parked/tax/${ID}1/release`);
    expect([status, body]).toEqual([200, { outcome: 'parked' }]);
    const { body: again } = await operator.get(`/parked/tax/${ID}1`, { 'accept-language': 'en' });
    expect(again).toMatchObject({ attempts: 2, cause: 'envelope.HEADER_MISSING', holdsStream: true });
  });

  it('discard one for a reason, once', async () => {
    const { status, body } = await operator.post(`/parked/tax/${ID}2/discard`, { reason: REASON });
    expect([status, body]).toEqual([200, { outcome: 'discarded' }]);
    const twice = await operator.post<Problem>(`/parked/tax/${ID}2/discard`, { reason: REASON });
    expect([twice.status, twice.body.code]).toEqual([409, 'messaging.PARKED_DECIDED']);
    const gone = await operator.get<Problem>(`/parked/tax/${ID}2`);
    expect([gone.status, gone.body.code]).toEqual([404, 'messaging.PARKED_UNKNOWN']);
    const acts = await withClient(service.database.appUrl, (client) =>
      client.query('select act, person, office, reason from parked_act where id = $1', [`${ID}2`]),
    );
    const person = { person: 'message-operator-bien-hoa', office: 'bien-hoa' };
    expect(acts.rows).toEqual([{ act: 'discard', ...person, reason: REASON }]);
  });

  it.each([
    ['no reason', {}],
    ['a short one', { reason: 'no' }],
    ['a long one', { reason: 'x'.repeat(501) }],
    ['one of blanks', { reason: ' '.repeat(20) }],
    ['one of two lines', { reason: 'sent twice\nby mistake' }],
  ])('refuse to discard for %s', async (_, body) => {
    const { status, body: problem } = await operator.post<Problem>(`/parked/tax/${ID}3/discard`, body);
    expect([status, problem.code, problem.faults?.[0]?.path]).toEqual([400, 'http.INPUT_INVALID', 'reason']);
  });

  it.each(['limit=0', 'order=best', 'cursor=x', `cursor=${Buffer.from('["a","b","c"]').toString('base64url')}`])(
    'refuse the list with %s',
    async (query) => {
      expect((await operator.get(`/parked?${query}`)).status).toBe(400);
    },
  );

  it.each(['/parked/%00/x', '/parked/tax/a%2Fb', '/parked/Tax/x'])('refuse the name %s', async (path) => {
    expect((await operator.get<Problem>(path)).body.code).toBe('http.INPUT_INVALID');
  });

  it.each(['desk-clerk', 'agency-leader', 'monitor'])('are closed to a %s', async (role) => {
    const other = await service.as(role);
    for (const answer of [
      await other.get<Problem>('/parked'),
      await other.get<Problem>(`/parked/tax/${ID}3`),
      await other.post<Problem>(`/parked/tax/${ID}3/release`),
      await other.post<Problem>(`/parked/tax/${ID}3/discard`, { reason: REASON }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'access.ROLE_NOT_ALLOWED']);
    }
  });

  it('are closed to a message operator of another agency', async () => {
    const token = await service.home.token({ member: 'tax', role: 'message-operator' });
    const { status, body } = await service.api.as(token).get<Problem>('/parked');
    expect([status, body.code]).toEqual([403, 'access.OTHER_AGENCY']);
  });

  it('stand in the API document with their roles', async () => {
    const { body } = await service.api.get<{ paths: Record<string, Record<string, { 'x-roles'?: string[] }>> }>(
      '/openapi.json',
    );
    const operations = Object.entries(body.paths)
      .filter(([path]) => path.startsWith('/parked'))
      .flatMap(([path, methods]) => Object.entries(methods).map(([method, { 'x-roles': r }]) => [method, path, r]));
    expect(operations).toEqual([
      ['get', '/parked', ['message-operator']],
      ['get', '/parked/{sender}/{id}', ['message-operator']],
      ['post', '/parked/{sender}/{id}/release', ['message-operator']],
      ['post', '/parked/{sender}/{id}/discard', ['message-operator']],
    ]);
  });
});
