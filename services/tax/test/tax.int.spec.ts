import { dongText } from '@lienthong/kernel';
import { PaymentInformationV1, type PaymentNotice, RevenueBookedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { TestStage } from '@lienthong/testing';
import { AssessTransferSlipHandler } from '../src/assessments/assess-transfer-slip.handler';
import { RecordBookingHandler } from '../src/obligations/record-booking.handler';
import { RecordPaymentHandler } from '../src/obligations/record-payment.handler';
import { openTax, signedSlip } from './tax-service.mother';
import { aContract, aParcel, aPriceRow } from './transfer-slip.mother';

const SLIP_MESSAGE = '019fc562-94c0-7000-8000-00000000000a';
const REFERENCE = '99992026000000000101';
const row = aPriceRow(8_000_000n);
const { communeCode, purpose, position } = aParcel('100', [row]);

describe('tax office', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await openTax();
    const keeper = await stage.as('price-keeper');
    expect(await keeper.post('/price-rows', { rows: [{ communeCode, purpose, position, ...row }] })).toMatchObject({
      status: 200,
    });
  });

  afterAll(() => stage.close());

  function dossier(n: number): { readonly dossierCode: string; readonly slipId: string; readonly slipNumber: string } {
    const suffix = String(n).padStart(4, '0');
    return {
      dossierCode: `H19.91.01-260803-${suffix}`,
      slipId: `019fc562-94c0-7000-8000-00000000${suffix}`,
      slipNumber: `${n}/PC`,
    };
  }

  async function slipArrives(n: number): Promise<string> {
    const { dossierCode } = dossier(n);
    await stage.handle(AssessTransferSlipHandler, { id: SLIP_MESSAGE, body: signedSlip(stage, dossier(n)) });
    return dossierCode;
  }

  async function issue(dossierCode: string): Promise<readonly PaymentNotice[]> {
    const answer = await (
      await stage.as('tax-officer')
    ).post<{ notices: PaymentNotice[] }>(`/assessments/${dossierCode}/issue`);
    expect(answer.status).toBe(200);
    return answer.body.notices;
  }

  it('R6: the same price rows again change nothing, other values for the same key are refused', async () => {
    const keeper = await stage.as('price-keeper');
    const place = { communeCode, purpose, position };
    expect((await keeper.post('/price-rows', { rows: [{ ...place, ...row }] })).status).toBe(200);
    const other = { ...place, ...row, pricePerSquareMetreDong: '9000000' };
    expect(await keeper.post('/price-rows', { rows: [other] })).toMatchObject({
      status: 409,
      body: { code: 'tax.PRICE_ROW_DIFFERS' },
    });
    const bad = await keeper.post('/price-rows', { rows: [{ ...other, from: 'x', pricePerSquareMetreDong: '-1' }] });
    expect(bad.status).toBe(400);
    expect((bad.body['faults'] as { path: string }[]).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['rows[0].from', 'rows[0].pricePerSquareMetreDong']),
    );
  });

  it('W2: assesses a signed slip, waits for the officer, and issues notices caused by the slip', async () => {
    const dossierCode = await slipArrives(1);
    const officer = await stage.as('tax-officer');
    expect((await officer.get(`/assessments/${dossierCode}`)).body).toMatchObject({
      state: 'assessed',
      regime: 'C',
      clockStartedOn: '2026-08-03',
      noticeLimitOn: '2026-08-06',
      revenues: [
        { rules: [{ rule: 'P1', trust: 'found' }] },
        { rules: [{ rule: 'L1', trust: 'knowledge' }, { rule: 'L9' }] },
      ],
    });
    expect((await officer.get('/work-list?step=issue&limit=1')).body).toMatchObject({ items: [{ key: dossierCode }] });

    const notices = await issue(dossierCode);
    expect(notices.map(({ dueDate, rows }) => [dueDate, rows.map((r) => r.amountDong)])).toEqual([
      ['2026-09-03', ['16000000']],
      ['2026-09-03', ['4000000']],
    ]);
    expect(await stage.sent('payment-notices-issued')).toMatchObject([
      { recipients: 'land-registry/bien-hoa', causationId: SLIP_MESSAGE },
    ]);
    const items = await stage.sent('payable-items-published');
    expect(items).toMatchObject(
      Array(2).fill({ recipients: 'collecting-bank/head-office,treasury/bien-hoa', causationId: SLIP_MESSAGE }),
    );
    expect((await officer.get(`/assessments/${dossierCode}/notice-forms`)).body).toMatchObject({
      forms: [
        { form: '03/TB-BĐS-TNCN', dueDate: '2026-09-03', totals: { payableDong: '16000000' } },
        { form: '01/TB-LPTB', dueDate: '2026-09-03', totals: { payableDong: '4000000' } },
      ],
    });
    expect((await officer.get('/work-list?step=issue')).body).toEqual({ items: [] });
    expect(await officer.post(`/assessments/${dossierCode}/issue`)).toMatchObject({
      status: 409,
      body: { code: 'tax.NOT_READY_TO_ISSUE' },
    });
  });

  it('issues for an officer of the assessment’s own office only', async () => {
    const dossierCode = await slipArrives(2);
    const path = `/assessments/${dossierCode}/issue`;
    expect(await (await stage.as('price-keeper')).post(path)).toMatchObject({
      status: 403,
      body: { code: 'access.ROLE_NOT_ALLOWED' },
    });
    const stranger = await stage.as('tax-officer', 'long-thanh');
    expect(await stranger.post(path)).toMatchObject({ status: 403, body: { code: 'access.OTHER_OFFICE' } });
    expect(await stranger.get(`/assessments/${dossierCode}`)).toMatchObject({
      status: 403,
      body: { code: 'access.OTHER_OFFICE' },
    });
  });

  it('F3, F27, R6: returns a slip with every fault named, and starts no clock', async () => {
    const slip = signedSlip(stage, { ...dossier(3), parcels: [aParcel('100', [aPriceRow(7_000_000n)])] });
    const forged = { ...slip, contract: aContract(1n) };
    await stage.handle(AssessTransferSlipHandler, { id: SLIP_MESSAGE, body: forged });
    const [returned] = await stage.sent('transfer-slip-returned');
    expect((returned?.body['faults'] as { rule: string }[]).map(({ rule }) => rule)).toEqual(['F27', 'R6']);
    const view = (await (await stage.as('tax-officer')).get(`/assessments/${slip.dossierCode}`)).body;
    expect(view).toMatchObject({ state: 'returned', notices: [] });
    expect(view).not.toHaveProperty('noticeLimitOn');
  });

  it('F27: returns a slip that was signed at another land branch, or by a key nobody has', async () => {
    const stranger = signedSlip(stage, dossier(4), 'land-leader-long-thanh');
    const slip = signedSlip(stage, dossier(5));
    await stage.handle(AssessTransferSlipHandler, { id: SLIP_MESSAGE, body: stranger });
    await stage.handle(AssessTransferSlipHandler, {
      id: SLIP_MESSAGE,
      body: { ...slip, signature: { ...slip.signature, kid: 'none' } },
    });
    const returned = await stage.sent('transfer-slip-returned');
    expect(returned.slice(-2).map(({ body }) => (body['faults'] as { rule: string }[])[0]?.rule)).toEqual([
      'F27',
      'F27',
    ]);
  });

  it('F28: the same slip again gets the same answer, other content under its id is an alarm', async () => {
    const slip = signedSlip(stage, dossier(6));
    await stage.handle(AssessTransferSlipHandler, { id: SLIP_MESSAGE, body: slip });
    await stage.handle(AssessTransferSlipHandler, { id: SLIP_MESSAGE, body: slip });
    const answers = (await stage.sent('transfer-slip-received')).filter(({ body }) => body['slipId'] === slip.slipId);
    expect(answers).toHaveLength(2);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    const changed = { ...slip, slipNumber: 'other' };
    await expect(stage.handle(AssessTransferSlipHandler, { body: changed })).rejects.toThrow('tax.SLIP_CHANGED');
  });

  it('M36 before M34: says once that the obligation is fulfilled, when the last item is booked', async () => {
    const dossierCode = await slipArrives(7);
    const rows = (await issue(dossierCode)).flatMap((notice) => notice.rows);
    const booked = messageOf(RevenueBookedV1).example;
    const paid = messageOf(PaymentInformationV1).example;
    for (const [i, { payableItemId, amountDong, budgetSubItem, budgetChapter }] of rows.entries()) {
      const lines = [{ payableItemId, amountDong, budgetSubItem, budgetChapter }];
      const facts = {
        reference: REFERENCE.replace('0101', `0${i}01`),
        lines,
        totalDong: amountDong,
        debitDate: '2026-08-03',
      };
      expect(await stage.sent('obligation-fulfilled')).toHaveLength(0);
      await stage.handle(RecordBookingHandler, { body: { ...booked, ...facts } });
      await stage.handle(RecordPaymentHandler, { body: { ...paid, ...facts } });
      await stage.handle(RecordBookingHandler, { body: { ...booked, ...facts } });
    }
    const [fulfilled, ...more] = await stage.sent('obligation-fulfilled');
    expect(more).toEqual([]);
    expect(fulfilled).toMatchObject({
      recipients: 'intake/bien-hoa,land-registry/bien-hoa',
      body: { dossierCode, remainderDong: '0' },
    });
    const view = (await (await stage.as('tax-officer')).get(`/assessments/${dossierCode}`)).body;
    expect(view).toMatchObject({
      state: 'fulfilled',
      notices: Array(2).fill({ rows: [{ state: 'booked', paidOn: '2026-08-03', conflicts: [] }] }),
    });
  });

  it('F14: a payment of an item that nobody issued parks with its own code', async () => {
    const body = messageOf(PaymentInformationV1).example;
    await expect(stage.handle(RecordPaymentHandler, { body })).rejects.toThrow('tax.PAYABLE_ITEM_UNKNOWN');
  });

  it('F15: a contradicting payment is seen on the row and changes nothing', async () => {
    const dossierCode = await slipArrives(8);
    const [notice] = await issue(dossierCode);
    const paid = messageOf(PaymentInformationV1).example;
    const line = { ...paid.lines[0]!, payableItemId: notice!.rows[0]!.payableItemId };
    await stage.handle(RecordPaymentHandler, { body: { ...paid, lines: [line] } });
    const wrong = { ...paid, lines: [{ ...line, amountDong: dongText(1n) }], totalDong: dongText(1n) };
    await stage.handle(RecordPaymentHandler, { body: wrong });
    const view = await (await stage.as('tax-officer')).get(`/assessments/${dossierCode}`);
    const rows = (view.body['notices'] as PaymentNotice[])[0]?.rows;
    expect(rows).toMatchObject([
      { state: 'paid', amountDong: '16000000', conflicts: [{ contradiction: 'amount-differs' }] },
    ]);
  });

  it('corrections row 20: officers who issue at once draw numbers without gap or repetition', async () => {
    const codes: string[] = [];
    for (let n = 20; n < 28; n += 1) codes.push(await slipArrives(n));
    const notices = (await Promise.all(codes.map(issue))).flat();
    const numbers = notices.map(({ number }) => Number(/TK(\d+)/.exec(number)?.[1])).sort((a, b) => a - b);
    expect(new Set(numbers).size).toBe(16);
    expect(numbers[15]! - numbers[0]!).toBe(15);
    expect(new Set(notices.flatMap(({ rows }) => rows.map((r) => r.payableItemId))).size).toBe(16);
  });

  it('regime C: under the automatic policy the notices leave with the slip’s answer', async () => {
    const leader = await stage.as('agency-leader');
    expect((await leader.put('/policies/issue', { policy: 'automatic-when-clean' })).status).toBe(200);
    const dossierCode = await slipArrives(30);
    const view = await (await stage.as('tax-officer')).get(`/assessments/${dossierCode}`);
    expect(view.body).toMatchObject({ state: 'issued' });
    await leader.put('/policies/issue', { policy: 'manual' });
  });

  it('F5: a replacing slip is assessed anew until the notices are issued', async () => {
    const dossierCode = await slipArrives(31);
    const replacement = { ...dossier(32), dossierCode, submission: 2, submissionKind: 'replacement' as const };
    await stage.handle(AssessTransferSlipHandler, {
      id: SLIP_MESSAGE,
      body: signedSlip(stage, {
        ...replacement,
        contract: aContract(1_200_000_000n),
      }),
    });
    const [tax] = await issue(dossierCode);
    expect(tax?.rows[0]?.amountDong).toBe('24000000');
  });
});
