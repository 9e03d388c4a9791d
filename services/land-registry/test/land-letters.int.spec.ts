import {
  DossierForwardedV1,
  ResultQuestionedV1,
  TransferSlipReturnedV1,
  WantedPapersSuppliedV1,
  WithdrawalRequestedV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { UnitOfWork } from '@lienthong/persistence';
import { PaymentNoticesIssuedV1 } from '@lienthong/contracts';
import { DossierForwardedHandler } from '../src/dossiers/dossier-forwarded.handler';
import { PaymentNoticesIssuedHandler } from '../src/notices/payment-notices-issued.handler';
import { ResultQuestionedHandler } from '../src/results/result-questioned.handler';
import { TransferSlipReturnedHandler } from '../src/slips/transfer-slip-returned.handler';
import { MissedPapers } from '../src/supplements/missed-papers';
import { WantedPapersSuppliedHandler } from '../src/supplements/wanted-papers-supplied.handler';
import { WithdrawalRequestedHandler } from '../src/withdrawals/withdrawal-requested.handler';
import { issued, slipReturn } from './land-dossier.mother';
import { dossierNumber } from './land-registry.mother';
import { forwardRequest, requestNumber } from './land-request.mother';
import { LandStory } from './land-story.mother';

const papers = [{ kind: 'contract', name: 'Hợp đồng chuyển nhượng', reason: 'Thiếu trang có lời chứng' }];
const supplied = messageOf(WantedPapersSuppliedV1).example;

describe('letters between the land office and the one-stop desk', () => {
  let land: LandStory;
  beforeAll(async () => {
    land = await LandStory.start();
  });
  afterAll(() => land.stop());

  describe('about missing papers', () => {
    beforeAll(() => land.policy('check', 'manual'));
    afterAll(() => land.policy('check', 'automatic-when-clean'));

    const want = (code: string) => land.create(land.officer, `/dossiers/${code}/want-papers`, { papers });
    const supply = (dossierCode: string, requestId: string): Promise<string> =>
      land.say(WantedPapersSuppliedHandler, {
        of: WantedPapersSuppliedV1,
        body: { ...supplied, dossierCode, requestId },
        sender: 'intake',
      });

    it('ask once for each dossier, wait, and go on with the new appointment when they come (F1)', async () => {
      const code = await land.forwarded(101);
      const answer = await want(code);
      expect(answer).toMatchObject({ status: 201, body: { status: 'papers-wanted' } });
      const [asked, ...others] = (await land.sent(code, 'papers-wanted')) as { requestId: string; dueOn: string }[];
      expect(others).toEqual([]);
      expect(asked).toMatchObject({ papers, dueOn: '2026-09-03', documentNumber: expect.stringContaining('YCBS') });
      expect(await want(code)).toMatchObject({ status: 409, body: { code: 'land-registry.PAPERS_ALREADY_WANTED' } });
      expect(await land.officer.post(`/dossiers/${code}/check`)).toMatchObject({
        status: 409,
        body: { code: 'land-registry.PAPERS_AWAITED' },
      });
      await expect(supply(code, supplied.requestId)).rejects.toThrow('land-registry.PAPERS_NOT_WANTED');
      await supply(code, asked!.requestId);
      expect(await land.view(code)).toMatchObject({ status: 'received' });
      expect(await land.sent(code, 'wanted-papers-received')).toEqual([
        expect.objectContaining({ requestId: asked!.requestId, appointmentAt: supplied.appointmentAt }),
      ]);
      expect((await land.officer.post(`/dossiers/${code}/check`)).body).toMatchObject({ status: 'slip-drafted' });
    });

    it('stop the dossier in writing when nothing came within the limit, and see to papers that come later (F1)', async () => {
      const code = await land.forwarded(102);
      await want(code);
      const [asked] = (await land.sent(code, 'papers-wanted')) as { requestId: string }[];
      const [timer] = await land.query<{ due_at: Date }>(`select due_at from timer where key = $1`, [`papers|${code}`]);
      expect(timer?.due_at).toEqual(new Date('2026-09-03T17:00:00+07:00'));
      const missed = land.service.running.app.get(MissedPapers);
      await land.service.running.app.get(UnitOfWork).perform(() => missed.wake(code));
      expect(await land.view(code)).toMatchObject({
        status: 'rejected',
        reason: expect.stringContaining('Quá hạn bổ sung'),
        documentNumber: expect.stringContaining('/TB-'),
      });
      expect(await land.sent(code, 'processing-concluded')).toEqual([expect.objectContaining({ outcome: 'rejected' })]);
      await supply(code, asked!.requestId);
      const { body } = await land.officer.get<{ items: object[] }>('/tasks?kind=officer-task');
      expect(body.items).toContainEqual(expect.objectContaining({ dossierCode: code }));
    });
  });

  describe('about a dossier that was filed wrong', () => {
    it('end it, keep its history, and link it with the one that takes its place (F2)', async () => {
      await land.policy('check', 'manual');
      const code = await land.forwarded(111);
      const wrong = { cause: 'wrong-data', procedure: '1.013831', reason: 'Nhập sai số thửa' };
      const refile = (body: object) => land.officer.post(`/dossiers/${code}/want-refiling`, body);
      expect(await refile({ ...wrong, cause: 'wrong-procedure' })).toMatchObject({
        status: 409,
        body: { code: 'land-registry.REFILING_CONTRADICTS' },
      });
      expect(await refile({ ...wrong, procedure: '9.999999' })).toMatchObject({
        body: { code: 'land-registry.PROCEDURE_UNKNOWN' },
      });
      expect(await refile(wrong)).toMatchObject({ status: 200, body: { status: 'refiled' } });
      expect(await land.sent(code, 'refiling-wanted')).toEqual([expect.objectContaining(wrong)]);
      await land.policy('check', 'automatic-when-clean');

      const fresh = { ...dossierNumber(111), dossierCode: 'H19.91.01-260803-1111', previousDossierCode: code };
      await land.say(DossierForwardedHandler, { of: DossierForwardedV1, body: fresh, sender: 'intake' });
      expect(await land.view(code)).toMatchObject({
        status: 'refiled',
        refiling: { refiledAs: fresh.dossierCode },
        history: [{ status: 'received' }, { status: 'refiled' }],
      });
      expect(await land.view(fresh.dossierCode)).toMatchObject({ status: 'slip-drafted', previousDossierCode: code });
    });
  });

  describe('about a dossier that was filed as what it is not', () => {
    it('link it with the change without another owner that takes its place, and the other way round (F2)', async () => {
      await land.policy('check', 'manual');
      const code = await land.forwarded(112);
      const wrong = { cause: 'wrong-procedure', procedure: '1.013833', reason: 'Chỉ đổi tên, không chuyển nhượng' };
      expect((await land.officer.post(`/dossiers/${code}/want-refiling`, wrong)).status).toBe(200);
      const [owner] = dossierNumber(112).sellers;
      const nameChanges = [
        {
          personalIdentificationNumber: owner?.personalIdentificationNumber ?? '',
          ...{ newName: 'Nguyễn Thị Mới', documentNumber: '3/QĐ', decidedOn: '2026-07-01' },
        },
      ];
      const request = requestNumber(112, 1112, { changeKind: 'name-change', nameChanges });
      await forwardRequest(land.service, { ...request, previousDossierCode: code });
      const fresh = request.dossierCode;
      expect(await land.view(code)).toMatchObject({ status: 'refiled', refiling: { refiledAs: fresh } });
      expect(await land.view(fresh)).toMatchObject({ status: 'received', previousDossierCode: code });

      const back = { cause: 'wrong-procedure', procedure: '1.013831', reason: 'Có chuyển nhượng' };
      expect((await land.officer.post(`/dossiers/${fresh}/want-refiling`, back)).status).toBe(200);
      await land.policy('check', 'automatic-when-clean');
      const again = { ...dossierNumber(112), dossierCode: 'H19.91.01-260803-1113', previousDossierCode: fresh };
      await land.say(DossierForwardedHandler, { of: DossierForwardedV1, body: again, sender: 'intake' });
      expect(await land.view(fresh)).toMatchObject({ refiling: { refiledAs: again.dossierCode } });
      expect(await land.view(again.dossierCode)).toMatchObject({ status: 'slip-drafted' });
    });
  });

  describe('about a withdrawal', () => {
    const reason = 'Hai bên thỏa thuận hủy hợp đồng';
    const withdraw = (dossierCode: string): Promise<string> =>
      land.say(WithdrawalRequestedHandler, {
        of: WithdrawalRequestedV1,
        body: { dossierCode, requestedAt: '2026-08-03T10:00:00+07:00', reason },
        sender: 'intake',
      });
    const heldBy = async (number: string): Promise<unknown> =>
      (await land.query<{ held_by: unknown }>('select held_by from parcel where parcel_number = $1', [number]))[0]
        ?.held_by;

    it('stop before a slip has gone: the parcel is free, and tax hears nothing (F8)', async () => {
      const code = await land.forwarded(121);
      expect(await heldBy('0121')).toBe(code);
      await withdraw(code);
      expect(await land.view(code)).toMatchObject({ status: 'withdrawn', objection: reason });
      expect(await heldBy('0121')).toBeNull();
      expect(await land.sent(code, 'transfer-slip-withdrawn')).toEqual([]);
      expect(await land.sent(code, 'processing-concluded')).toEqual([
        expect.objectContaining({ outcome: 'withdrawn', reason }),
      ]);
    });

    it('withdraw the slip that has gone already (M15), and let notices that cross it change nothing (F8)', async () => {
      const code = await land.slipReceived(122);
      await withdraw(code);
      const about = await land.about(code);
      expect(await land.sent(code, 'transfer-slip-withdrawn')).toEqual([
        expect.objectContaining({ ...about, cause: 'dossier-withdrawn', reason }),
      ]);
      const body = { ...issued, ...about };
      await land.say(PaymentNoticesIssuedHandler, { of: PaymentNoticesIssuedV1, body, sender: 'tax' });
      expect(await land.view(code)).toMatchObject({ status: 'withdrawn', notices: [] });
      expect(await land.sent(code, 'tax-results-available')).toEqual([]);
    });

    it('is refused with its reason once the certificate is signed (F8)', async () => {
      const code = await land.concluded(123);
      await withdraw(code);
      expect(await land.view(code)).toMatchObject({ status: 'concluded' });
      expect(await land.sent(code, 'withdrawal-refused')).toEqual([
        expect.objectContaining({ reason: expect.stringContaining('đã ký và vào sổ ngày 03/08/2026') as string }),
      ]);
      expect(await land.sent(code, 'transfer-slip-withdrawn')).toEqual([]);
    });
  });

  it('tell the desk that the tax office returned the slip, and how long it had it (M54)', async () => {
    const code = await land.slipReceived(131);
    const about = await land.about(code);
    const body = { ...slipReturn, ...about };
    await land.say(TransferSlipReturnedHandler, { of: TransferSlipReturnedV1, body, sender: 'tax' });
    expect(await land.sent(code, 'returned-slip-told')).toEqual([
      expect.objectContaining({
        slipNumber: about.slipNumber,
        returnedAt: slipReturn.returnedAt,
        sentAt: expect.stringMatching(/^2026-08-03T09:/) as string,
        faults: slipReturn.faults,
      }),
    ]);
  });

  describe('about result papers that are wrong', () => {
    const question = (dossierCode: string): Promise<string> =>
      land.say(ResultQuestionedHandler, {
        of: ResultQuestionedV1,
        body: { dossierCode, questionedAt: '2026-08-03T11:00:00+07:00', reason: 'Sai số tờ bản đồ' },
        sender: 'intake',
      });
    const correct = (code: string, finding: string) =>
      land.leader.post(`/dossiers/${code}/correct-result`, { finding });

    it('open the dossier again; papers made anew stand in the book beside the first line (M53)', async () => {
      const code = await land.concluded(141);
      const first = (await land.view(code))['certificate'] as { registerNumber: string };
      expect(await correct(code, 'right')).toMatchObject({ body: { code: 'land-registry.STEP_NOT_ALLOWED' } });
      await question(code);
      expect(await land.view(code)).toMatchObject({ status: 'result-questioned', objection: 'Sai số tờ bản đồ' });
      expect((await land.leader.get('/work-list?step=correct-result')).body).toMatchObject({ items: [{ key: code }] });
      expect(await land.leader.post(`/dossiers/${code}/sign-certificate`)).toMatchObject({ status: 409 });
      expect(await correct(code, 'made-anew')).toMatchObject({ status: 200, body: { status: 'concluded' } });
      const lines = await land.query<{ corrects: string | null; register_number: string }>(
        'select register_number, corrects from register_entry where dossier_code = $1 order by register_number',
        [code],
      );
      expect(lines.map(({ corrects }) => corrects)).toEqual([null, first.registerNumber]);
      const [, again] = (await land.sent(code, 'processing-concluded')) as { certificate: object }[];
      expect(again?.certificate).toMatchObject({ registerNumber: lines[1]?.register_number });
    });

    it('send the same papers again that were right (M53)', async () => {
      const code = await land.concluded(142);
      await question(code);
      await correct(code, 'right');
      const [first, again] = (await land.sent(code, 'processing-concluded')) as { certificate: object }[];
      expect(again?.certificate).toEqual(first?.certificate);
    });
  });
});
