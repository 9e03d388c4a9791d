import { randomUUID } from 'node:crypto';
import {
  ObligationFulfilledV1,
  ObligationReopenedV1,
  PapersWantedV1,
  ProcessingConcludedV1,
  RefilingWantedV1,
  ReturnedSlipToldV1,
  TaxResultsAvailableV1,
  WantedPapersReceivedV1,
  WithdrawalRefusedV1,
} from '@lienthong/contracts';
import { type ApiClient, type TestService, withClient } from '@lienthong/testing';
import { ObligationFulfilledHandler } from '../src/land-office/obligation-fulfilled.handler';
import { ObligationReopenedHandler } from '../src/land-office/obligation-reopened.handler';
import { ProcessingConcludedHandler } from '../src/land-office/processing-concluded.handler';
import { ReturnedSlipToldHandler } from '../src/land-office/returned-slip-told.handler';
import { TaxResultsAvailableHandler } from '../src/land-office/tax-results-available.handler';
import { RefilingWantedHandler } from '../src/refilings/refiling-wanted.handler';
import { PapersWantedHandler } from '../src/supplements/papers-wanted.handler';
import { WantedPapersReceivedHandler } from '../src/supplements/wanted-papers-received.handler';
import { WithdrawalRefusedHandler } from '../src/withdrawals/withdrawal-refused.handler';
import { done, fulfilled, taxResults } from './dossier.mother';
import { deliver, file, startIntake, w2Request } from './intake.mother';
import { papersTaken, refiling, reopened, slipBack, TWO_WORKING_DAYS_AGO, wanted } from './land-letters.mother';

interface View {
  readonly code: string;
  readonly state: number;
  readonly states: readonly number[];
  readonly appointmentAt: string;
  readonly refiledFrom?: string;
  readonly refiling?: { readonly refiledAs?: string };
  readonly reason?: string;
}

const land = { sender: 'land-registry' };
const supplied = { papers: [{ kind: 'contract', name: 'Hợp đồng chuyển nhượng' }] };

describe('letters between the one-stop desk and the land office', () => {
  let service: TestService;
  let clerk: ApiClient;
  beforeAll(async () => {
    service = await startIntake();
    clerk = await service.as('desk-clerk');
  });
  afterAll(() => service.stop());

  const query = <R>(sql: string, values: readonly unknown[] = []): Promise<R[]> =>
    withClient(service.database.appUrl, async (client) => (await client.query(sql, [...values])).rows as R[]);
  const filed = async (): Promise<string> => (await file(clerk)).body['code'] as unknown as string;
  const view = async (code: string): Promise<View> => (await clerk.get<View>(`/dossiers/${code}`)).body;
  const sent = async (code: string, type: string): Promise<object[]> =>
    (
      await query<{ body: object }>(
        `select convert_from(payload, 'UTF8')::jsonb as body from outbox where subject = $1 and type like $2 order by seq`,
        [code, `%.${type}.v1`],
      )
    ).map(({ body }) => body);
  const create = (path: string, body: unknown, key: string = randomUUID()) =>
    clerk.post<Record<string, unknown>>(path, body, { 'idempotency-key': key });
  const want = (dossierCode: string, requestId = wanted.requestId): Promise<void> =>
    deliver(service, PapersWantedHandler, {
      of: PapersWantedV1,
      body: { ...wanted, dossierCode, requestId, wantedAt: TWO_WORKING_DAYS_AGO },
      ...land,
    });

  describe('about missing papers', () => {
    it('stand still until the papers come: one SMS for a request, a new appointment only with the papers (F1)', async () => {
      const code = await filed();
      const before = await view(code);
      await want(code);
      await want(code);
      expect(await view(code)).toMatchObject({ states: [2, 4, 5], appointmentAt: before.appointmentAt });
      const { body } = await clerk.get<{ items: { text: string }[] }>(`/dossiers/${code}/notices`);
      expect(body.items.map(({ text }) => text)).toEqual([
        `HS ${code} can bo sung: Hop dong chuyen nhuong. Han 03/09/2026.`,
      ]);

      const answer = await create(`/dossiers/${code}/wanted-papers`, supplied);
      expect(answer).toMatchObject({ status: 201, body: { state: 4 } });
      const after = await view(code);
      expect(after.states).toEqual([2, 4, 5, 4]);
      expect(before.appointmentAt.slice(0, 10)).toBe('2026-08-10');
      expect(after.appointmentAt.slice(0, 10)).toBe('2026-08-12');
      expect(await sent(code, 'wanted-papers-supplied')).toEqual([
        expect.objectContaining({ requestId: wanted.requestId, appointmentAt: after.appointmentAt, ...supplied }),
      ]);
      const again = await create(`/dossiers/${code}/wanted-papers`, supplied);
      expect(again).toMatchObject({ status: 409, body: { code: 'intake.NO_PAPERS_WANTED' } });

      const body2 = { ...papersTaken, dossierCode: code, requestId: wanted.requestId };
      await deliver(service, WantedPapersReceivedHandler, { of: WantedPapersReceivedV1, body: body2, ...land });
      await want(code);
      expect(await view(code)).toMatchObject({ state: 4, papersRequest: { receivedAt: papersTaken.receivedAt } });
      await want(code, randomUUID());
      expect((await clerk.get<{ items: object[] }>(`/dossiers/${code}/notices`)).body.items).toHaveLength(2);
    });

    it('are refused for a dossier that waits for none, and list every wrong field', async () => {
      const code = await filed();
      expect(await create(`/dossiers/${code}/wanted-papers`, supplied)).toMatchObject({
        status: 409,
        body: { code: 'intake.NO_PAPERS_WANTED' },
      });
      const wrong = await create(`/dossiers/${code}/wanted-papers`, { papers: [], more: 1 });
      expect(wrong.status).toBe(400);
      expect((wrong.body['faults'] as { path: string }[]).map(({ path }) => path).sort()).toEqual(['more', 'papers']);
    });
  });

  describe('about a dossier that was filed wrong', () => {
    it('file it anew: each names the other, and the old one keeps its history (F2)', async () => {
      const code = await filed();
      const history = await query<object>('select * from dossier_change where dossier_code = $1 order by number', [
        code,
      ]);
      const body = { ...refiling, dossierCode: code, cause: 'wrong-data' as const, procedure: w2Request.procedure };
      await deliver(service, RefilingWantedHandler, { of: RefilingWantedV1, body, ...land });
      const tasks = await clerk.get<{ items: object[] }>('/tasks?kind=officer-task');
      expect(tasks.body.items).toContainEqual(expect.objectContaining({ dossierCode: code }));

      const key = randomUUID();
      const answer = await create(`/dossiers/${code}/refile`, w2Request, key);
      expect(answer).toMatchObject({ status: 201, body: { state: 4, refiledFrom: code } });
      expect((await create(`/dossiers/${code}/refile`, w2Request, key)).body).toEqual(answer.body);
      const fresh = answer.body['code'] as string;
      expect(fresh).not.toBe(code);
      const old = await view(code);
      expect(old).toMatchObject({ states: [2, 4, 8], refiling: { refiledAs: fresh }, reason: refiling.reason });
      expect(await view(fresh)).toMatchObject({ refiledFrom: code, state: 4 });
      expect(await sent(fresh, 'dossier-forwarded')).toEqual([
        expect.objectContaining({ dossierCode: fresh, previousDossierCode: code }),
      ]);
      const kept = await query<object>('select * from dossier_change where dossier_code = $1 order by number', [code]);
      expect(kept.slice(0, history.length)).toEqual(history);
      expect(kept.length).toBeGreaterThan(history.length);
      expect(await create(`/dossiers/${code}/refile`, w2Request)).toMatchObject({
        status: 409,
        body: { code: 'intake.NO_REFILING_WANTED' },
      });
    });

    it('file as a change without another owner what was filed as a transfer, and the other way round (F2)', async () => {
      const code = await filed();
      const body = { ...refiling, dossierCode: code };
      await deliver(service, RefilingWantedHandler, { of: RefilingWantedV1, body, ...land });
      const { sellers: owners, parcels, certificate, submitter } = w2Request;
      const { personalIdentificationNumber } = owners[0]!;
      const nameChanges = [
        { personalIdentificationNumber, newName: 'Nguyễn Thị Mới', documentNumber: '3/QĐ', decidedOn: '2026-07-01' },
      ];
      const papers = { owners, parcels, certificate, submitter, nameChanges, changeKind: 'name-change' };
      const answer = await create(`/dossiers/${code}/refile-land-request`, {
        procedure: refiling.procedure,
        ...papers,
      });
      expect(answer).toMatchObject({ status: 201, body: { state: 4, refiledFrom: code } });
      const fresh = answer.body['code'] as string;
      expect(await view(code)).toMatchObject({ states: [2, 4, 8], refiling: { refiledAs: fresh } });
      expect(await sent(fresh, 'land-request-forwarded')).toEqual([
        expect.objectContaining({ procedure: '1.013833', previousDossierCode: code }),
      ]);

      const { procedure } = w2Request;
      const back = { ...refiling, dossierCode: fresh, procedure };
      await deliver(service, RefilingWantedHandler, { of: RefilingWantedV1, body: back, ...land });
      const { body: again } = await create(`/dossiers/${fresh}/refile`, w2Request);
      expect(again).toMatchObject({ refiledFrom: fresh });
      expect(await view(fresh)).toMatchObject({ refiledFrom: code, refiling: { refiledAs: again['code'] } });
    });

    it('take only the procedure that the land office named (F2)', async () => {
      const code = await filed();
      const body = { ...refiling, dossierCode: code };
      await deliver(service, RefilingWantedHandler, { of: RefilingWantedV1, body, ...land });
      expect(await create(`/dossiers/${code}/refile`, w2Request)).toMatchObject({
        status: 409,
        body: { code: 'intake.PROCEDURE_NOT_WANTED' },
      });
      expect(await view(code)).toMatchObject({ state: 4 });
    });
  });

  describe('about a withdrawal', () => {
    const reason = 'Hai bên thỏa thuận hủy hợp đồng';
    const conclude = (dossierCode: string, body: Partial<ProcessingConcludedV1>): Promise<void> =>
      deliver(service, ProcessingConcludedHandler, {
        of: ProcessingConcludedV1,
        body: { ...done, dossierCode, ...body },
        ...land,
      });

    it('ask the land office to stop, and end the dossier only when it has (F8)', async () => {
      const code = await filed();
      expect(await clerk.post(`/dossiers/${code}/withdraw`, { reason })).toMatchObject({
        status: 200,
        body: { state: 7 },
      });
      expect(await sent(code, 'withdrawal-requested')).toEqual([expect.objectContaining({ reason })]);
      await conclude(code, { outcome: 'withdrawn', reason, certificate: undefined });
      expect(await view(code)).toMatchObject({ states: [2, 4, 7, 8], reason });
      expect(await clerk.post(`/dossiers/${code}/withdraw`, { reason })).toMatchObject({
        status: 409,
        body: { code: 'intake.WITHDRAWAL_TOO_LATE' },
      });
    });

    it('ends a dossier at once that no other office has (F8)', async () => {
      const head = await service.as('agency-leader');
      await head.put('/policies/forward', { policy: 'manual' });
      const code = await filed();
      await head.put('/policies/forward', { policy: 'automatic-when-clean' });
      await clerk.post(`/dossiers/${code}/withdraw`, { reason });
      expect(await view(code)).toMatchObject({ states: [2, 7, 8], reason });
      expect(await sent(code, 'withdrawal-requested')).toEqual([]);
    });

    it('takes the result that crossed it, and the refusal that follows changes nothing (F8)', async () => {
      const code = await filed();
      await clerk.post(`/dossiers/${code}/withdraw`, { reason });
      await conclude(code, {});
      expect(await view(code)).toMatchObject({ states: [2, 4, 7, 4, 9] });
      const body = { dossierCode: code, refusedAt: done.concludedAt, reason: 'Đã ký giấy chứng nhận' };
      await deliver(service, WithdrawalRefusedHandler, { of: WithdrawalRefusedV1, body, ...land });
      expect(await view(code)).toMatchObject({ state: 9 });
    });

    it('does not let notices that crossed it ask the citizen for money (F8)', async () => {
      const code = await filed();
      await clerk.post(`/dossiers/${code}/withdraw`, { reason });
      const body = { ...taxResults, dossierCode: code };
      await deliver(service, TaxResultsAvailableHandler, { of: TaxResultsAvailableV1, body, ...land });
      expect(await view(code)).toMatchObject({ state: 7, results: taxResults.results });
    });
  });

  describe('about slip, money and result', () => {
    it('moves the appointment by the days that the tax office had the slip it returned (M54, F3)', async () => {
      const code = await filed();
      const told = { sentAt: TWO_WORKING_DAYS_AGO, returnedAt: '2026-08-03T09:10:00+07:00' };
      const body = { ...slipBack, dossierCode: code, ...told };
      await deliver(service, ReturnedSlipToldHandler, { of: ReturnedSlipToldV1, body, ...land });
      const { state, appointmentAt } = await view(code);
      expect([state, appointmentAt.slice(0, 10)]).toEqual([4, '2026-08-12']);
    });

    it('moves it by the days at tax office and bank, and asks for money again that was taken back (F16)', async () => {
      const code = await filed();
      const results = { ...taxResults, dossierCode: code, slipSentAt: TWO_WORKING_DAYS_AGO };
      await deliver(service, TaxResultsAvailableHandler, { of: TaxResultsAvailableV1, body: results, ...land });
      const body = { ...fulfilled, dossierCode: code };
      const fulfil = (): Promise<void> =>
        deliver(service, ObligationFulfilledHandler, { of: ObligationFulfilledV1, body, sender: 'tax' });
      await fulfil();
      expect((await view(code)).appointmentAt.slice(0, 10)).toBe('2026-08-12');
      await deliver(service, ObligationReopenedHandler, {
        of: ObligationReopenedV1,
        body: { ...reopened, dossierCode: code },
        sender: 'tax',
      });
      expect(await view(code)).toMatchObject({ states: [2, 4, 6, 4, 6] });
      await fulfil();
      expect(await view(code)).toMatchObject({ states: [2, 4, 6, 4, 6, 4], fulfilledOn: fulfilled.fulfilledOn });
    });

    it('opens a dossier again whose result papers are wrong, and takes the corrected ones (M53)', async () => {
      const code = await filed();
      const body = { ...done, dossierCode: code };
      const conclude = (): Promise<void> =>
        deliver(service, ProcessingConcludedHandler, { of: ProcessingConcludedV1, body, ...land });
      await conclude();
      const reason = 'Sai số tờ bản đồ trên trang 4';
      expect(await clerk.post(`/dossiers/${code}/question-result`, { reason })).toMatchObject({ body: { state: 4 } });
      expect(await sent(code, 'result-questioned')).toEqual([expect.objectContaining({ reason })]);
      expect(await clerk.post(`/dossiers/${code}/question-result`, { reason })).toMatchObject({
        status: 409,
        body: { code: 'intake.STEP_NOT_ALLOWED' },
      });
      await conclude();
      expect(await view(code)).toMatchObject({ states: [2, 4, 9, 4, 9] });
    });
  });
});
