import { TestStage } from '@lienthong/testing';
import { AssessTransferSlipHandler } from '../src/assessments/assess-transfer-slip.handler';
import { taxService } from '../src/tax.service-definition';
import { TaxDesk } from './tax-desk.mother';
import { openTax, signedSlip } from './tax-service.mother';
import { aContract } from './transfer-slip.mother';

describe('the acceptance of a slip', () => {
  const stages: TestStage[] = [];
  afterAll(() => Promise.all(stages.map((stage) => stage.close())));

  async function desk(opening: Promise<TestStage>): Promise<TaxDesk> {
    const stage = await opening;
    stages.push(stage);
    const opened = new TaxDesk(stage);
    await opened.keepPrices();
    return opened;
  }

  /** A slip of Wednesday afternoon at an office whose officers accept, on Thursday morning. */
  async function waitingSlip(n: number): Promise<{ readonly office: TaxDesk; readonly code: string }> {
    const opening = TestStage.open(taxService, { at: '2026-06-25T08:00:00+07:00', office: 'bien-hoa' });
    const office = await desk(opening);
    const { stage } = office;
    await (await stage.as('agency-leader')).put('/policies/accept', { policy: 'manual' });
    const at = '2026-06-24T09:10:00+07:00';
    const code = `H19.91.01-260624-0${n}`;
    const named = { dossierCode: code, slipId: `019fc562-94c0-7000-8000-000000010${n}`, slipNumber: `${n}-1/PC` };
    const contract = aContract(500_000_000n, { effectiveDate: '2026-06-01' });
    const slip = { ...named, receivedAt: at, completeAt: at, contract, registeredOn: '2026-06-24' };
    const message = { acceptedAt: '2026-06-24T16:00:00+07:00', body: signedSlip(stage, slip) };
    await stage.handle(AssessTransferSlipHandler, message);
    return { office, code };
  }

  it('M12, corrections row 16: regime C knows none, its clock starts on receipt', async () => {
    const officeOfToday = await desk(openTax());
    const code = await officeOfToday.slip(401);
    const { stage } = officeOfToday;
    expect(await stage.sent('transfer-slip-received', code)).toHaveLength(1);
    expect(await stage.sent('transfer-slip-accepted', code)).toEqual([]);
  });

  it('M12, T4: regime B tells the day of acceptance, from which its five working days are counted', async () => {
    const opening = TestStage.open(taxService, { at: '2026-06-29T10:00:00+07:00', office: 'bien-hoa' });
    const officeOfThen = await desk(opening);
    const dates = { receivedAt: '2026-06-29T09:10:00+07:00', completeAt: '2026-06-29T09:10:00+07:00' };
    const contract = aContract(500_000_000n, { effectiveDate: '2026-06-01' });
    const code = await officeOfThen.slip(402, { ...dates, contract, registeredOn: '2026-06-29' });
    expect(await officeOfThen.view(code)).toMatchObject({ regime: 'B', noticeLimitOn: '2026-07-06' });
    expect(await (await opening).sent('transfer-slip-accepted', code)).toMatchObject([
      { recipients: 'land-registry/bien-hoa', body: { acceptedOn: '2026-06-29' } },
    ]);
  });

  it('M12, T10: a slip that nobody accepts goes back for completion, and no clock has run', async () => {
    const { office, code } = await waitingSlip(404);
    const faults = [{ rule: 'R2', text: 'Diện tích chưa khớp' }];
    const answer = await office.post(
      'tax-officer',
      `/assessments/${code}/completion-requests`,
      { faults },
      'completion-404',
    );
    expect(answer).toMatchObject({ status: 201, body: { faults, answerBy: '2026-06-30' } });
    expect(await office.stage.sent('slip-completion-requested', code)).toHaveLength(1);
    expect(await office.view(code)).toMatchObject({ state: 'returned' });
    expect(await office.view(code)).not.toHaveProperty('clockStartedOn');
  });

  it('M12, T4: a slip waits for its officer where the office says so, and the clock starts on that day (A.4)', async () => {
    const { office: officeOfThen, code } = await waitingSlip(403);
    const { stage } = officeOfThen;
    const accept = (dossierCode: string) => officeOfThen.post('tax-officer', `/assessments/${dossierCode}/acceptance`);
    const waiting = await officeOfThen.view(code);
    expect(waiting).toMatchObject({ state: 'to-accept', receivedAt: '2026-06-24T16:00:00.000+07:00', notices: [] });
    expect(waiting).not.toHaveProperty('noticeLimitOn');
    expect((await (await stage.as('tax-officer')).get('/work-list?step=accept')).body['items']).toMatchObject([
      { key: code, step: 'accept', dueAt: '2026-06-25T17:00:00.000+07:00' },
    ]);
    expect(await stage.sent('transfer-slip-accepted', code)).toEqual([]);
    expect(await stage.sent('transfer-slip-received', code)).toHaveLength(1);
    expect((await officeOfThen.post('tax-officer', `/assessments/${code}/issue`)).status).toBe(409);

    expect(await accept(code)).toMatchObject({ status: 200, body: { state: 'assessed' } });
    expect(await officeOfThen.view(code)).toMatchObject({
      regime: 'B',
      clockStartedOn: '2026-06-25',
      noticeLimitOn: '2026-07-02',
    });
    expect(await stage.sent('transfer-slip-accepted', code)).toMatchObject([{ body: { acceptedOn: '2026-06-25' } }]);
    expect(await accept(code)).toMatchObject({ status: 409, body: { code: 'tax.NOT_TO_ACCEPT' } });
  });
});
