import { randomUUID } from 'node:crypto';
import type { TestService } from '@lienthong/testing';
import { CivilDesk, type Note } from './civil-desk.mother';
import { birthRequest } from './civil.mother';
import { startIntake } from './intake.mother';

describe('a declaration of birth at the one-stop desk', () => {
  let desk: CivilDesk;
  beforeAll(async () => {
    desk = await CivilDesk.open();
  });
  afterAll(() => desk.close());

  it('accepts a declaration of birth, gives it a code of the one series, and sends it to the registrar of the commune (O §4.2)', async () => {
    const { status, body } = await desk.declare('birth', desk.nextBirth());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      code: expect.stringMatching(/^H19\.91\.01-260803-\d{4}$/),
      state: 4,
      kind: 'birth',
      repeated: false,
    });
    const sent = await desk.query('select type, recipients, stream from outbox where subject = $1', [body.code]);
    expect(sent).toEqual([
      {
        type: 'vn.lienthong.intake.birth-declared.v1',
        recipients: 'civil-status/tran-bien',
        stream: `dossier:${body.code}`,
      },
    ]);
  });

  it('makes the appointment by the total time of the procedure of the day: three working days since 2024 (O §4.1)', async () => {
    const { body } = await desk.declare('birth', desk.nextBirth());
    expect(body.appointmentAt).toMatch(/^2026-08-06T09:1/);
  });

  it('takes dates as the field writes them, and keeps and sends them in one form (O §4.4)', async () => {
    const request = desk.nextBirth();
    const fieldForms = {
      ...request,
      proof: { ...request.proof, issuedOn: '21/07/2026' },
      child: { ...request.child, birthDate: '20.07.2026', name: 'Nguyễn Lê An'.normalize('NFD') },
    };
    const { status, body } = await desk.declare('birth', fieldForms);
    expect(status).toBe(201);
    const [kept] = await desk.query<{ content: typeof birthRequest }>('select content from dossier where code = $1', [
      body.code,
    ]);
    expect(kept?.content).toMatchObject({
      child: { birthDate: '2026-07-20', name: 'Nguyễn Lê An' },
      proof: { issuedOn: '2026-07-21' },
    });
  });

  it('answers a repeated declaration with the first dossier, and stores no second (O §4.5 duplicate)', async () => {
    const request = desk.nextBirth();
    const first = await desk.declare('birth', request);
    const before = await desk.query('select code from dossier');
    const second = await desk.declare('birth', { ...request, channel: 'online' });
    expect(second).toMatchObject({ status: 200, body: { code: first.body.code, repeated: true } });
    expect(await desk.query('select code from dossier')).toHaveLength(before.length);
  });

  it('makes one dossier of two submissions of one birth at the same instant (O §4.5 duplicate)', async () => {
    const request = desk.nextBirth();
    const answers = await Promise.all([
      desk.declare('birth', request),
      desk.declare('birth', request),
      desk.declare('birth', request),
    ]);
    expect(new Set(answers.map(({ body }) => body.code)).size).toBe(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
  });

  it('makes two dossiers of twins (O §4.5 twins)', async () => {
    const request = desk.nextBirth();
    const first = await desk.declare('birth', request);
    const second = await desk.declare('birth', { ...request, child: { ...request.child, birthOrder: 2 } });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.code).not.toBe(first.body.code);
  });

  it('tells all faults at once in the language of the reader, and stores nothing (bad input)', async () => {
    const before = await desk.query('select code from dossier');
    const wrong = {
      ...birthRequest,
      registrationCommuneCode: '99999',
      copies: 'two',
      child: { ...birthRequest.child, birthDate: '31/02/2026' },
    };
    const { status, body } = await desk.declare('birth', wrong);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'intake.DOSSIER_INVALID',
      faults: expect.arrayContaining([
        { path: 'registrationCommuneCode', rule: 'commune', message: 'xã 99999 không có vào ngày 2026-08-03' },
        { path: 'copies', rule: expect.any(String), message: 'phải là số nguyên từ 0 đến 20' },
        { path: 'child.birthDate', rule: expect.any(String), message: 'phải là ngày dạng YYYY-MM-DD' },
      ]),
    });
    expect(await desk.query('select code from dossier')).toHaveLength(before.length);
    expect(await desk.declare('birth', [])).toMatchObject({ status: 400 });
  });

  it('begins an online submission as registered (1) and then accepted (2) (O §1.3)', async () => {
    const { body } = await desk.declare('birth', { ...desk.nextBirth(), channel: 'online' });
    expect((await desk.clerk.get(`/dossiers/${body.code}`)).body).toMatchObject({
      states: [1, 2, 4],
      channel: 'online',
    });
  });

  it('notes that a declaration comes after 60 days (O §4.5 late registration)', async () => {
    const request = desk.nextBirth();
    const { body } = await desk.declare('birth', { ...request, child: { ...request.child, birthDate: '2026-05-01' } });
    const view = (await desk.clerk.get(`/dossiers/${body.code}`)).body as { progress: { reason: string }[] };
    expect(view.progress.map(({ reason }) => reason)).toEqual(['Đăng ký khai sinh quá hạn 60 ngày']);
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
