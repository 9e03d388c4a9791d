import {
  DossierReceivedV1,
  ObligationFulfilledV1,
  ProcessingConcludedV1,
  ProgressChangedV1,
  TaxResultsAvailableV1,
} from '@lienthong/contracts';
import { type ApiClient, type TestService, withClient } from '@lienthong/testing';
import { DossierReceivedHandler } from '../src/land-office/dossier-received.handler';
import { ObligationFulfilledHandler } from '../src/land-office/obligation-fulfilled.handler';
import { ProcessingConcludedHandler } from '../src/land-office/processing-concluded.handler';
import { ProgressChangedHandler } from '../src/land-office/progress-changed.handler';
import { TaxResultsAvailableHandler } from '../src/land-office/tax-results-available.handler';
import { checked, done, fulfilled, received, rejected, taxResults } from './dossier.mother';
import { deliver, file, startIntake, w2Request } from './intake.mother';

describe('the one-stop desk', () => {
  let service: TestService;
  let clerk: ApiClient;
  beforeAll(async () => {
    service = await startIntake();
    clerk = await service.as('desk-clerk');
  });
  afterAll(() => service.stop());

  const query = (sql: string, values: readonly unknown[] = []) =>
    withClient(service.database.appUrl, async (client) => (await client.query(sql, [...values])).rows as object[]);

  it('accepts W2, issues a code, makes the appointment and forwards it in one go', async () => {
    const { status, body } = await file(clerk);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      code: expect.stringMatching(/^H19\.91\.01-260803-\d{4}$/),
      state: 4,
      office: 'bien-hoa',
    });
    expect(body).toMatchObject({ appointmentAt: expect.stringMatching(/^2026-08-10T09:1/) });
    const sent = await query('select type, recipients, subject from outbox where subject = $1', [body['code']]);
    expect(sent).toEqual([
      { type: 'vn.lienthong.intake.dossier-forwarded.v1', recipients: 'land-registry/bien-hoa', subject: body['code'] },
    ]);
  });

  it('answers a repeated request with the first dossier, and makes no second', async () => {
    const first = await file(clerk, w2Request, 'the-same-request');
    const second = await file(clerk, w2Request, 'the-same-request');
    expect(second.body).toEqual(first.body);
    expect(second.status).toBe(201);
  });

  it('lists every wrong field, those of the parts included', async () => {
    const [seller] = w2Request.sellers;
    const wrong = {
      ...w2Request,
      procedure: 'x',
      sellers: [{ ...seller, share: '3/2', sex: 'other', nickname: 'x' }],
      parcels: [],
      contract: { ...w2Request.contract, totalDong: 500 },
    };
    const { status, body } = await file(clerk, wrong);
    expect(status).toBe(400);
    const paths = (body as unknown as { faults: { path: string }[] }).faults.map(({ path }) => path);
    expect(new Set(paths)).toEqual(
      new Set([
        'procedure',
        'sellers[0].share',
        'sellers[0].sex',
        'sellers[0].nickname',
        'parcels',
        'contract.totalDong',
      ]),
    );
  });

  it('lists every broken rule (R1, R3)', async () => {
    const wrong = {
      ...w2Request,
      buyers: [{ ...w2Request.buyers[0], share: '1/2' }],
      contract: { ...w2Request.contract, effectiveDate: '2026-08-04' },
    };
    const { status, body } = await file(clerk, wrong);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'intake.DOSSIER_INVALID',
      faults: [
        { path: 'buyers', rule: 'R1' },
        { path: 'contract.effectiveDate', rule: 'R3' },
      ],
    });
  });

  it('goes through all states with what land and tax office say, and back to the citizen', async () => {
    const code = (await file(clerk)).body['code'] as unknown as string;
    const about = <B extends object>(body: B): B => ({ ...body, dossierCode: code });
    const land = { sender: 'land-registry' };
    await deliver(service, DossierReceivedHandler, { of: DossierReceivedV1, body: about(received), ...land });
    await deliver(service, ProgressChangedHandler, { of: ProgressChangedV1, body: about(checked), ...land });
    await deliver(service, TaxResultsAvailableHandler, { of: TaxResultsAvailableV1, body: about(taxResults), ...land });
    await deliver(service, ObligationFulfilledHandler, {
      of: ObligationFulfilledV1,
      body: about(fulfilled),
      sender: 'tax',
    });
    await deliver(service, ProcessingConcludedHandler, { of: ProcessingConcludedV1, body: about(done), ...land });
    expect((await clerk.get('/work-list?step=hand-over&limit=100')).body['items']).toContainEqual(
      expect.objectContaining({ key: code, dossierCode: code }),
    );
    const handedOver = await clerk.post(`/dossiers/${code}/hand-over`, { receiverName: 'Trần Văn Thử' });
    expect(handedOver).toMatchObject({ status: 200, body: { state: 10, stateName: 'Đã trả kết quả' } });
    const { body } = await clerk.get(`/dossiers/${code}`);
    expect(body).toMatchObject({
      states: [2, 4, 6, 4, 9, 10],
      certificate: done.certificate,
      results: taxResults.results,
    });
    expect((body['history'] as { state: number }[]).map(({ state }) => state)).toEqual([2, 4, 6, 4, 9, 10]);
    const again = await clerk.post(`/dossiers/${code}/hand-over`);
    expect(again).toMatchObject({ status: 409, body: { code: 'intake.STEP_NOT_ALLOWED' } });
  });

  it('stops a rejected dossier in 8 with the written reason', async () => {
    const code = (await file(clerk)).body['code'] as unknown as string;
    const body = { ...rejected, dossierCode: code };
    await deliver(service, ProcessingConcludedHandler, { of: ProcessingConcludedV1, body, sender: 'land-registry' });
    const view = await clerk.get(`/dossiers/${code}`);
    const { reason, documentNumber } = rejected;
    expect(view.body).toMatchObject({ state: 8, stateName: 'Dừng xử lý', states: [2, 4, 8], reason, documentNumber });
  });

  it('waits for the clerk where the policy says manual', async () => {
    await (await service.as('agency-leader')).put('/policies/forward', { policy: 'manual' });
    const code = (await file(clerk)).body['code'] as unknown as string;
    expect((await clerk.get(`/dossiers/${code}`)).body).toMatchObject({ state: 2 });
    expect(await clerk.post(`/dossiers/${code}/forward`)).toMatchObject({ status: 200, body: { state: 4 } });
    await (await service.as('agency-leader')).put('/policies/forward', { policy: 'automatic-when-clean' });
  });

  it('shows a dossier to its own desk only, and lists it page by page', async () => {
    const code = (await file(clerk)).body['code'] as unknown as string;
    const other = await service.as('desk-clerk', 'long-thanh');
    expect(await other.get(`/dossiers/${code}`)).toMatchObject({ status: 403, body: { code: 'access.OTHER_OFFICE' } });
    expect((await other.get('/dossiers')).body).toEqual({ items: [] });
    const first = (await clerk.get('/dossiers?limit=1')).body as { items: { code: string }[]; next: string };
    const second = (await clerk.get(`/dossiers?limit=1&cursor=${first.next}`)).body as { items: { code: string }[] };
    expect(first.items[0]?.code).toBe(code);
    expect(second.items[0]?.code).not.toBe(code);
    expect(await clerk.get('/dossiers?cursor=x')).toMatchObject({
      status: 400,
      body: { code: 'http.CURSOR_INVALID' },
    });
    expect((await clerk.get('/dossiers?limit=101')).status).toBe(400);
  });

  it('refuses other roles and says which', async () => {
    const monitor = await service.as('monitor');
    expect(await file(monitor)).toMatchObject({ status: 403, body: { code: 'access.ROLE_NOT_ALLOWED' } });
  });

  it('keeps its history: even the service itself cannot change or delete a line', async () => {
    await file(clerk);
    await expect(query(`update dossier_change set reason = 'x'`)).rejects.toThrow('only ever added to');
    await expect(query('delete from dossier_change')).rejects.toThrow('only ever added to');
  });
});

describe('dossier codes of two processes on one database', () => {
  let first: TestService;
  let second: TestService;
  beforeAll(async () => {
    first = await startIntake();
    const shared = {
      DATABASE_URL: first.database.appUrl,
      LIENTHONG_HOME: first.home.folder,
      TOPIC_PREFIX: first.topicPrefix,
    };
    second = await startIntake(shared);
  });
  afterAll(async () => {
    await second.stop();
    await first.stop();
  });

  it('are gap-free per unit and day, from the first number on', async () => {
    const token = await first.home.token({ member: 'intake', role: 'desk-clerk' });
    const clerks = [first.api.as(token), second.api.as(token)];
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => file(clerks[i % 2]!)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const codes = answers.map(({ body }) => body['code'] as unknown as string).sort();
    const expected = answers.map((_, i) => `H19.91.01-260803-${String(i + 1).padStart(4, '0')}`);
    expect(codes).toEqual(expected);
  });
});
