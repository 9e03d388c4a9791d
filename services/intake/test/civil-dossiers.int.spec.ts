import { randomUUID } from 'node:crypto';
import {
  BirthRegisteredV1,
  ChainConcludedV1,
  ChainProgressedV1,
  DeathRevokedV1,
  DeathRegisteredV1,
} from '@lienthong/contracts';
import { type ApiClient, type TestService, withClient } from '@lienthong/testing';
import { BirthRegisteredHandler } from '../src/civil-status/birth-registered.handler';
import { ChainConcludedHandler } from '../src/civil-status/chain-concluded.handler';
import { ChainProgressedHandler } from '../src/civil-status/chain-progressed.handler';
import { DeathRegisteredHandler } from '../src/civil-status/death-registered.handler';
import { DeathRevokedHandler } from '../src/civil-status/death-revoked.handler';
import {
  birthRecord,
  birthRequest,
  branches,
  conclusion,
  deathRecord,
  deathRequest,
  progress,
  revocation,
} from './civil.mother';
import { deliver, startIntake } from './intake.mother';

interface Note {
  readonly code: string;
  readonly state: number;
  readonly repeated: boolean;
  readonly appointmentAt: string;
  readonly procedure: string;
}

const registrar = { sender: 'civil-status', senderOffice: 'tran-bien' };

describe('civil dossiers at the one-stop desk', () => {
  let service: TestService;
  let clerk: ApiClient;
  let births = 0;
  beforeAll(async () => {
    service = await startIntake();
    clerk = await service.as('desk-clerk');
  });
  afterAll(() => service.stop());

  const query = <R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> =>
    withClient(service.database.appUrl, async (client) => (await client.query(sql, [...values])).rows as R[]);
  const declare = (path: 'birth' | 'death', body: unknown, by = clerk) =>
    by.post<Note>(`/dossiers/${path}`, body, { 'idempotency-key': randomUUID() });
  /** Another child, with a notification of its own. */
  const nextBirth = (): object => ({
    ...birthRequest,
    proof: { ...birthRequest.proof, number: `GCS-2026-9${(births += 1)}` },
  });
  const tell = async (code: string, change: object): Promise<void> => {
    const body = { ...progress, dossierCode: code, ...change };
    await deliver(service, ChainProgressedHandler, { of: ChainProgressedV1, body, ...registrar });
  };

  it('accepts a declaration of birth, gives it a code of the one series, and sends it to the registrar of the commune (O §4.2)', async () => {
    const { status, body } = await declare('birth', nextBirth());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      code: expect.stringMatching(/^H19\.91\.01-260803-\d{4}$/),
      state: 4,
      kind: 'birth',
      repeated: false,
    });
    const sent = await query('select type, recipients, stream from outbox where subject = $1', [body.code]);
    expect(sent).toEqual([
      {
        type: 'vn.lienthong.intake.birth-declared.v1',
        recipients: 'civil-status/tran-bien',
        stream: `dossier:${body.code}`,
      },
    ]);
  });

  it('makes the appointment by the total time of the procedure of the day: three working days since 2024 (O §4.1)', async () => {
    const { body } = await declare('birth', nextBirth());
    expect(body.appointmentAt).toMatch(/^2026-08-06T09:1/);
  });

  it('takes dates as the field writes them, and keeps and sends them in one form (O §4.4)', async () => {
    const request = nextBirth() as typeof birthRequest;
    const fieldForms = {
      ...request,
      proof: { ...request.proof, issuedOn: '21/07/2026' },
      child: { ...request.child, birthDate: '20.07.2026', name: 'Nguyễn Lê An'.normalize('NFD') },
    };
    const { status, body } = await declare('birth', fieldForms);
    expect(status).toBe(201);
    const [kept] = await query<{ content: typeof birthRequest }>('select content from dossier where code = $1', [
      body.code,
    ]);
    expect(kept?.content).toMatchObject({
      child: { birthDate: '2026-07-20', name: 'Nguyễn Lê An' },
      proof: { issuedOn: '2026-07-21' },
    });
  });

  it('answers a repeated declaration with the first dossier, and stores no second (O §4.5 duplicate)', async () => {
    const request = nextBirth();
    const first = await declare('birth', request);
    const before = await query('select code from dossier');
    const second = await declare('birth', { ...request, channel: 'online' });
    expect(second).toMatchObject({ status: 200, body: { code: first.body.code, repeated: true } });
    expect(await query('select code from dossier')).toHaveLength(before.length);
  });

  it('makes one dossier of two submissions of one birth at the same instant (O §4.5 duplicate)', async () => {
    const request = nextBirth();
    const answers = await Promise.all([
      declare('birth', request),
      declare('birth', request),
      declare('birth', request),
    ]);
    expect(new Set(answers.map(({ body }) => body.code)).size).toBe(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
  });

  it('makes two dossiers of twins (O §4.5 twins)', async () => {
    const request = nextBirth() as typeof birthRequest;
    const first = await declare('birth', request);
    const second = await declare('birth', { ...request, child: { ...request.child, birthOrder: 2 } });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.code).not.toBe(first.body.code);
  });

  it('tells all faults at once in the language of the reader, and stores nothing (bad input)', async () => {
    const before = await query('select code from dossier');
    const wrong = {
      ...birthRequest,
      registrationCommuneCode: '99999',
      copies: 'two',
      child: { ...birthRequest.child, birthDate: '31/02/2026' },
    };
    const { status, body } = await declare('birth', wrong);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'intake.DOSSIER_INVALID',
      faults: expect.arrayContaining([
        { path: 'registrationCommuneCode', rule: 'commune', message: 'xã 99999 không có vào ngày 2026-08-03' },
        { path: 'copies', rule: expect.any(String), message: 'phải là số nguyên từ 0 đến 20' },
        { path: 'child.birthDate', rule: expect.any(String), message: 'phải là ngày dạng YYYY-MM-DD' },
      ]),
    });
    expect(await query('select code from dossier')).toHaveLength(before.length);
    expect(await declare('birth', [])).toMatchObject({ status: 400 });
  });

  it('begins an online submission as registered (1) and then accepted (2) (O §1.3)', async () => {
    const { body } = await declare('birth', { ...nextBirth(), channel: 'online' });
    expect((await clerk.get(`/dossiers/${body.code}`)).body).toMatchObject({ states: [1, 2, 4], channel: 'online' });
  });

  it('notes that a declaration comes after 60 days (O §4.5 late registration)', async () => {
    const request = nextBirth() as typeof birthRequest;
    const { body } = await declare('birth', { ...request, child: { ...request.child, birthDate: '2026-05-01' } });
    const view = (await clerk.get(`/dossiers/${body.code}`)).body as { progress: { reason: string }[] };
    expect(view.progress.map(({ reason }) => reason)).toEqual(['Đăng ký khai sinh quá hạn 60 ngày']);
  });

  it('follows the chain to its results and hands them over; the registrar is told (O §4.2 step 6)', async () => {
    const { code } = (await declare('birth', nextBirth())).body;
    await deliver(service, BirthRegisteredHandler, {
      of: BirthRegisteredV1,
      body: { ...birthRecord, dossierCode: code },
      ...registrar,
    });
    await tell(code, { subDossiers: branches(9, 9) });
    await deliver(service, ChainConcludedHandler, {
      of: ChainConcludedV1,
      body: { ...conclusion, dossierCode: code },
      ...registrar,
    });
    expect(await clerk.post(`/dossiers/${code}/hand-over`, { receiverName: 'Lê Thị Thử' })).toMatchObject({
      status: 200,
      body: { state: 10 },
    });
    expect((await clerk.get(`/dossiers/${code}`)).body).toMatchObject({
      states: [2, 4, 9, 10],
      outcome: 'completed',
      registered: { registrationNumber: '12/2026', personalIdentificationNumber: '075326000001' },
      subDossiers: branches(9, 9),
      results: conclusion.results,
    });
    expect(
      await query('select recipients from outbox where subject = $1 and type like $2', [code, '%result-handed-over%']),
    ).toEqual([{ recipients: 'civil-status/tran-bien' }]);
  });

  it('takes papers for the branch that waits and sends them on (O §4.5 supplement)', async () => {
    const { code } = (await declare('birth', nextBirth())).body;
    const bring = (branch: string) =>
      clerk.post(
        `/dossiers/${code}/papers`,
        { branch, papers: [{ kind: 'opinion', name: 'Ý kiến của chủ hộ' }] },
        { 'idempotency-key': randomUUID() },
      );
    await tell(code, { subDossiers: branches(5, 4, { reason: 'Thiếu ý kiến của chủ hộ' }) });
    expect(await bring('health-card')).toMatchObject({ status: 409, body: { code: 'intake.BRANCH_NOT_WAITING' } });
    expect(await bring('residence')).toMatchObject({ status: 201, body: { subDossierCode: `${code}/residence` } });
    expect(await bring('residence')).toMatchObject({ status: 409, body: { code: 'intake.PAPERS_ALREADY_BROUGHT' } });
    expect(
      await query('select recipients from outbox where subject = $1 and type like $2', [code, '%papers-supplemented%']),
    ).toEqual([{ recipients: 'civil-status/tran-bien' }]);
  });

  it('links a follow-up to the dossier whose residence was refused, once that has ended (O §4.5 residence refused)', async () => {
    const request = nextBirth() as typeof birthRequest;
    const { code } = (await declare('birth', request)).body;
    const followUp = { ...request, healthCard: undefined, linkedDossierCode: code };
    expect(await declare('birth', followUp)).toMatchObject({
      status: 400,
      body: { faults: [{ path: 'linkedDossierCode' }] },
    });
    await tell(code, { subDossiers: branches(3, 9, { reason: 'CT06' }) });
    const body = { ...conclusion, dossierCode: code, outcome: 'partly-completed' as const, reason: 'CT06' };
    await deliver(service, ChainConcludedHandler, { of: ChainConcludedV1, body, ...registrar });
    expect(await declare('birth', followUp)).toMatchObject({ status: 201, body: { state: 4, repeated: false } });
    expect(await declare('birth', followUp)).toMatchObject({ status: 200, body: { repeated: true } });
  });

  it('takes a third request when the follow-up was refused too, whichever of the two it names (O §4.5 residence refused)', async () => {
    const request = { ...(nextBirth() as typeof birthRequest), healthCard: undefined };
    const refuse = async (code: string): Promise<void> => {
      await tell(code, { subDossiers: branches(3, 9, { reason: 'CT06' }) });
      const body = { ...conclusion, dossierCode: code, outcome: 'partly-completed' as const, reason: 'CT06' };
      await deliver(service, ChainConcludedHandler, { of: ChainConcludedV1, body, ...registrar });
    };
    const { code: first } = (await declare('birth', request)).body;
    await refuse(first);
    const { code: second } = (await declare('birth', { ...request, linkedDossierCode: first })).body;
    await refuse(second);
    const third = await declare('birth', { ...request, linkedDossierCode: second });
    expect(third).toMatchObject({ status: 201, body: { repeated: false } });
    expect(await declare('birth', { ...request, linkedDossierCode: first })).toMatchObject({
      status: 200,
      body: { code: third.body.code, repeated: true },
    });
    const [kept] = await query<{ linked: string }>(
      `select content ->> 'linkedDossierCode' as linked from dossier where code = $1`,
      [third.body.code],
    );
    expect(kept?.linked).toBe(first);
  });

  it('may be declared again after it was not accepted', async () => {
    const request = nextBirth();
    const { code } = (await declare('birth', request)).body;
    const body = {
      ...conclusion,
      dossierCode: code,
      outcome: 'not-accepted' as const,
      results: [],
      reason: 'Sai thông tin',
    };
    await deliver(service, ChainConcludedHandler, { of: ChainConcludedV1, body, ...registrar });
    const again = await declare('birth', request);
    expect(again.status).toBe(201);
    expect(again.body.code).not.toBe(code);
  });

  it('hears no other office and no land office about a civil dossier', async () => {
    const { code } = (await declare('birth', nextBirth())).body;
    const body = { ...progress, dossierCode: code };
    const stranger = deliver(service, ChainProgressedHandler, {
      of: ChainProgressedV1,
      body,
      sender: 'civil-status',
      senderOffice: 'long-thanh',
    });
    await expect(stranger).rejects.toThrow('intake.CIVIL_OFFICE_UNEXPECTED');
  });

  it('accepts a death, answers a second claim with the first dossier, and keeps its revocation (O §4.6)', async () => {
    const first = await declare('death', deathRequest);
    expect(first).toMatchObject({ status: 201, body: { state: 4, kind: 'death' } });
    const { code } = first.body;
    const relative = { ...deathRequest, requester: { ...deathRequest.requester, relation: 'sibling' } };
    expect(await declare('death', relative)).toMatchObject({ status: 200, body: { code, repeated: true } });
    await deliver(service, DeathRegisteredHandler, {
      of: DeathRegisteredV1,
      body: { ...deathRecord, dossierCode: code },
      ...registrar,
    });
    await deliver(service, DeathRevokedHandler, {
      of: DeathRevokedV1,
      body: { ...revocation, dossierCode: code },
      ...registrar,
    });
    expect((await clerk.get(`/dossiers/${code}`)).body).toMatchObject({
      registered: { revoked: { decisionNumber: '09/QĐ-UBND' } },
    });
  });

  it('finds one deceased again by number and by name and days, also in another commune, and keeps namesakes apart (O §4.6 second claim)', async () => {
    const { deceased } = deathRequest;
    const death = (change: object, commune = deathRequest.registrationCommuneCode) =>
      declare('death', {
        ...deathRequest,
        registrationCommuneCode: commune,
        deceased: { ...deceased, name: 'Nguyễn Thị Thử', ...change },
      });
    const unnumbered = { personalIdentificationNumber: undefined };
    const number = (last: number) => ({ personalIdentificationNumber: `07504000001${last}` });
    const first = await death(number(7));
    expect(first).toMatchObject({ status: 201 });
    const { code } = first.body;
    expect(await death(unnumbered)).toMatchObject({ status: 200, body: { code, repeated: true } });
    expect(await death(number(7), '26368')).toMatchObject({ status: 200, body: { code, repeated: true } });
    expect(await death(unnumbered, '26368')).toMatchObject({ status: 200, body: { code, repeated: true } });
    const namesake = await death(number(8));
    expect(namesake).toMatchObject({ status: 201, body: { repeated: false } });
    expect(await death(number(8))).toMatchObject({ status: 200, body: { code: namesake.body.code } });
  });

  it('makes one dossier of one death that two relatives declare at once, one with and one without its number (O §4.6 second claim)', async () => {
    const numbers = ['075040000019', undefined];
    const answers = await Promise.all(
      numbers.map((personalIdentificationNumber) => {
        const deceased = { ...deathRequest.deceased, name: 'Nguyễn Văn Cùng', personalIdentificationNumber };
        return declare('death', { ...deathRequest, deceased });
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(new Set(answers.map(({ body }) => body.code)).size).toBe(1);
  });
});

describe('a birth of 2019', () => {
  let service: TestService;
  beforeAll(async () => {
    const CLOCK_OFFSET_MS = String(Date.parse('2019-08-12T09:00:00+07:00') - Date.now());
    service = await startIntake({ CLOCK_OFFSET_MS, REMOTE_COMMUNES: '26368' });
  });
  afterAll(() => service.stop());

  it('has a code of the old form and twenty working days, fifteen without residence, five more in a remote commune (TTLT 05/2015; O §4.1)', async () => {
    const clerk = await service.as('desk-clerk');
    const born2019 = {
      ...birthRequest,
      child: { ...birthRequest.child, birthDate: '2019-08-01' },
      proof: { ...birthRequest.proof, issuedOn: '2019-08-02' },
      residence: {
        ...birthRequest.residence,
        opinions: [{ by: 'household-head', name: 'Nguyễn Văn Mẫu', agreedOn: '2019-08-05' }],
      },
    };
    const declare = (body: object) => clerk.post<Note>('/dossiers/birth', body, { 'idempotency-key': randomUUID() });
    const all = await declare(born2019);
    expect(all).toMatchObject({ status: 201, body: { code: '000.01.91.H19-190812-0001' } });
    expect(all.body.appointmentAt).toMatch(/^2019-09-10T09:0/);
    const proof = { ...born2019.proof, number: 'GCS-2019-2' };
    const cardOnly = await declare({ ...born2019, proof, residence: undefined });
    expect(cardOnly.body.appointmentAt).toMatch(/^2019-09-03T09:0/);
    const remote = await declare({
      ...born2019,
      registrationCommuneCode: '26368',
      proof: { ...born2019.proof, number: 'GCS-2019-3' },
    });
    expect(remote.body.appointmentAt).toMatch(/^2019-09-17T09:0/);
  });
});
