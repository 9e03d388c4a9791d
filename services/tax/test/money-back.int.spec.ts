import {
  DayReconciledV1,
  PaymentInvestigationAnsweredV1,
  PaymentInvestigationOpenedV1,
  type PaymentNotice,
  RevenueBookedV1,
  RevenueBookingAdjustedV1,
  type VoucherLine,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { type ApiAnswer, eventually, type TestStage } from '@lienthong/testing';
import { AssessTransferSlipHandler } from '../src/assessments/assess-transfer-slip.handler';
import { RecordAdjustmentHandler } from '../src/obligations/record-adjustment.handler';
import { RecordBookingHandler } from '../src/obligations/record-booking.handler';
import { InvestigationAnsweredHandler } from '../src/payment-investigations/investigation-answered.handler';
import { InvestigationOpenedHandler } from '../src/payment-investigations/investigation-opened.handler';
import { DayReconciledHandler } from '../src/reconciliations/day-reconciled.handler';
import { openTax, signedSlip } from './tax-service.mother';
import { aParcel, aPriceRow } from './transfer-slip.mother';

const MESSAGE = '019fc562-94c0-7000-8000-00000000000a';
const DAY = '2026-08-03';
const row = aPriceRow(8_000_000n);

interface Booked {
  readonly dossierCode: string;
  readonly lines: readonly [VoucherLine, VoucherLine];
  readonly references: readonly [string, string];
}

function lineOf({ payableItemId, amountDong, budgetSubItem, budgetChapter }: VoucherLine): VoucherLine {
  return { payableItemId, amountDong, budgetSubItem, budgetChapter };
}

describe('money that the treasury takes back or asks about, at the tax office', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await openTax({ TIMER_POLL_MS: '50' });
    const { communeCode, purpose, position } = aParcel('100', [row]);
    await (await stage.as('price-keeper')).post('/price-rows', { rows: [{ communeCode, purpose, position, ...row }] });
  });
  afterAll(() => stage.close());

  /** W2: a seller who owes 16,000,000 and a buyer who owes 4,000,000, both booked. */
  async function booked(n: number): Promise<Booked> {
    const suffix = String(n).padStart(4, '0');
    const dossierCode = `H19.91.01-260803-${suffix}`;
    const slip = { dossierCode, slipId: `019fc562-94c0-7000-8000-00000000${suffix}`, slipNumber: `${n}/PC` };
    await stage.handle(AssessTransferSlipHandler, { id: MESSAGE, body: signedSlip(stage, slip) });
    const officer = await stage.as('tax-officer');
    const { body } = await officer.post<{ notices: PaymentNotice[] }>(`/assessments/${dossierCode}/issue`);
    const lines = body.notices.flatMap(({ rows }) => rows.map(lineOf)) as unknown as Booked['lines'];
    const references = [`999920260000${suffix}0101`, `999920260000${suffix}0201`] as const;
    await book(references[0], lines[0]);
    await book(references[1], lines[1]);
    return { dossierCode, lines, references };
  }
  async function book(reference: string, line: VoucherLine, changes: Partial<RevenueBookedV1> = {}): Promise<void> {
    const body = { ...messageOf(RevenueBookedV1).example, reference, lines: [line], totalDong: line.amountDong };
    await stage.handle(RecordBookingHandler, { body: { ...body, ...changes } });
  }
  async function adjusted(
    reference: string,
    line: VoucherLine,
    changes: Partial<RevenueBookingAdjustedV1> = {},
  ): Promise<void> {
    const body = {
      ...messageOf(RevenueBookingAdjustedV1).example,
      reference,
      linesBefore: [line],
      totalDong: line.amountDong,
    };
    await stage.handle(RecordAdjustmentHandler, { body: { ...body, ...changes } });
  }
  async function rowsOf(dossierCode: string): Promise<readonly Record<string, unknown>[]> {
    const { body } = await (await stage.as('tax-officer')).get(`/assessments/${dossierCode}`);
    return (body['notices'] as { rows: Record<string, unknown>[] }[]).flatMap(({ rows }) => rows);
  }
  const fulfilled = async (dossierCode: string): Promise<number> =>
    (await stage.sent('obligation-fulfilled', dossierCode)).length;
  const post = async (path: string, body: object, key?: string): Promise<ApiAnswer> =>
    (await stage.as('tax-officer')).post(path, body, key ? { 'idempotency-key': `key-of-${key}` } : {});

  it('F16: a reversed booking lets item and obligation fall back, and the land office is told what holds no longer', async () => {
    const { dossierCode, lines, references } = await booked(1);
    expect(await fulfilled(dossierCode)).toBe(1);
    await adjusted(references[0], lines[0]);
    await adjusted(references[0], lines[0]);
    const rows = await rowsOf(dossierCode);
    expect(rows.map(({ state }) => state)).toEqual(['unpaid', 'booked']);
    expect(await stage.sent('obligation-reopened', dossierCode)).toMatchObject([
      {
        recipients: 'intake/bien-hoa,land-registry/bien-hoa',
        body: {
          ...{ cause: 'booking-reversed', remainderDong: '16000000', fulfilledOn: DAY },
          items: [{ payableItemId: lines[0].payableItemId, amountDong: '16000000', reference: references[0] }],
        },
      },
    ]);
  });

  it('F13, F16: the reversed booking that comes again is a conflict; another voucher pays anew and the obligation is fulfilled again', async () => {
    const { dossierCode, lines, references } = await booked(2);
    await adjusted(references[0], lines[0]);
    await book(references[0], lines[0]);
    expect((await rowsOf(dossierCode))[0]).toMatchObject({
      state: 'unpaid',
      conflicts: [{ contradiction: 'reference-reversed' }],
    });
    expect(await fulfilled(dossierCode)).toBe(1);
    await book('99992026000099990101', lines[0], { entryNumber: 'BT-260804-000009' });
    expect((await rowsOf(dossierCode))[0]).toMatchObject({ state: 'booked', reference: '99992026000099990101' });
    expect((await stage.sent('obligation-fulfilled', dossierCode)).map(({ recipients }) => recipients)).toEqual([
      'intake/bien-hoa,land-registry/bien-hoa',
      'intake/bien-hoa,land-registry/bien-hoa',
    ]);
  });

  it('F16: an obligation that was not fulfilled yet is not told as reopened', async () => {
    const { dossierCode, lines, references } = await booked(3);
    await adjusted(references[0], lines[0]);
    const second = { confirmationId: '019fc562-94c0-7000-8000-0000000000bb' };
    await adjusted(references[1], lines[1], second);
    expect(await stage.sent('obligation-reopened', dossierCode)).toHaveLength(1);
    expect((await rowsOf(dossierCode)).map(({ state }) => state)).toEqual(['unpaid', 'unpaid']);
  });

  it('F10, F16: money that was overpaid and offset counts nowhere once its booking was taken back', async () => {
    const { dossierCode, lines } = await booked(6);
    const debt = await booked(7);
    await adjusted(debt.references[0], debt.lines[0], { confirmationId: '019fc562-94c0-7000-8000-0000000000e1' });
    const second = '99992026000099990601';
    await book(second, lines[0], { entryNumber: 'BT-260804-000019' });
    const path = `/assessments/${dossierCode}/overpayments`;
    const officer = await stage.as('tax-officer');
    const { overpayments } = (await officer.get<{ overpayments: { overpaymentId: string }[] }>(path)).body;
    const offsets = `/overpayments/${overpayments[0]?.overpaymentId ?? ''}/offsets`;
    const { payableItemId } = debt.lines[0];
    expect((await post(offsets, { payableItemId }, 'offset')).status).toBe(201);
    expect((await rowsOf(debt.dossierCode))[0]).toMatchObject({ state: 'booked' });
    await adjusted(second, lines[0], { confirmationId: '019fc562-94c0-7000-8000-0000000000e2' });
    expect((await rowsOf(dossierCode))[0]).toMatchObject({ state: 'booked' });
    expect((await rowsOf(debt.dossierCode))[0]).toMatchObject({ state: 'unpaid' });
    expect((await officer.get(path)).body).toMatchObject({ overpayments: [{ takenBackOn: DAY }] });
    expect(await stage.sent('obligation-reopened', dossierCode)).toEqual([]);
    expect(await stage.sent('obligation-reopened', debt.dossierCode)).toHaveLength(2);
    expect(await post(offsets, { payableItemId }, 'again')).toMatchObject({ body: { code: 'tax.NOTHING_TO_OFFSET' } });
  });

  it('F11: a correction moves the money to the right item; one that changes words alone changes nothing here', async () => {
    const wrong = await booked(4);
    const other = await booked(5);
    await adjusted(other.references[0], other.lines[0]);
    const moved = { ...wrong.lines[0], payableItemId: other.lines[0].payableItemId };
    const facts = {
      adjustment: 'corrected' as const,
      lines: [moved],
      confirmationId: '019fc562-94c0-7000-8000-0000000000cc',
    };
    await adjusted(wrong.references[0], wrong.lines[0], facts);
    expect((await rowsOf(wrong.dossierCode))[0]).toMatchObject({ state: 'unpaid' });
    expect((await rowsOf(other.dossierCode))[0]).toMatchObject({ state: 'booked', reference: wrong.references[0] });
    expect(await fulfilled(other.dossierCode)).toBe(2);
    expect(await stage.sent('obligation-reopened', wrong.dossierCode)).toMatchObject([
      { body: { cause: 'booking-corrected' } },
    ]);
    const words = {
      ...facts,
      lines: [{ ...wrong.lines[1], budgetSubItem: '2802' }],
      confirmationId: '019fc562-94c0-7000-8000-0000000000dd',
    };
    await adjusted(wrong.references[1], wrong.lines[1], words);
    expect((await rowsOf(wrong.dossierCode))[1]).toMatchObject({ state: 'booked' });
  });

  describe('payment investigations (M46)', () => {
    const opened = messageOf(PaymentInvestigationOpenedV1).example;
    const path = `/payment-investigations/${opened.investigationId}/correction`;
    const explanation = 'Người nộp ghi nhầm tiểu mục.';

    it('T25: is listed with the day by which C1-07 goes out; the words are those of the office’s own item, without any amount', async () => {
      const { lines } = await booked(10);
      await stage.handle(InvestigationOpenedHandler, { id: MESSAGE, senderOffice: 'bien-hoa', body: opened });
      const { body } = await (await stage.as('tax-officer')).get('/payment-investigations');
      expect(body).toMatchObject({
        items: [{ id: opened.investigationId, requestBy: '2026-08-05', answerBy: '2026-08-10' }],
      });
      expect(await post(path, { finding: 'wrong', explanation })).toMatchObject({
        body: { code: 'tax.CORRECTION_INCOMPLETE' },
      });
      const right = [{ lineNumber: 1, payableItemId: lines[0].payableItemId }];
      expect(await post(path, { finding: 'wrong', lines: right, explanation })).toMatchObject({
        status: 200,
        body: { state: 'requested' },
      });
      const [message] = await stage.sent('payment-correction-requested', opened.reference);
      expect(message).toMatchObject({
        ...{ recipients: 'treasury/bien-hoa', causationId: MESSAGE },
        body: {
          lines: [{ ...right[0], budgetSubItem: '1006', budgetChapter: '857' }],
          answerBy: '2026-08-05',
          taxOfficeCode: '9000017',
        },
      });
      expect(JSON.stringify(message?.body)).not.toMatch(/Dong|16000000/);
      expect(await post(path, { finding: 'right', explanation })).toMatchObject({
        body: { code: 'tax.INVESTIGATION_ASKED' },
      });
    });

    it('keeps the treasury’s answer, and takes the same one again', async () => {
      const answer = messageOf(PaymentInvestigationAnsweredV1).example;
      for (let time = 0; time < 2; time += 1) await stage.handle(InvestigationAnsweredHandler, { body: answer });
      const { body } = await (await stage.as('tax-officer')).get(`/payment-investigations/${opened.investigationId}`);
      expect(body).toMatchObject({ state: 'answered', outcome: 'done' });
    });

    it('F11: the office opens one itself for a payment on another payer’s item', async () => {
      const { lines } = await booked(11);
      const right = [{ lineNumber: 1, payableItemId: lines[1].payableItemId }];
      const wish = { reference: '99992026000000007701', treasuryCode: '9901', lines: right, explanation };
      expect(await post('/payment-investigations', wish, 'own')).toMatchObject({
        status: 201,
        body: { openedBy: 'tax', answerBy: '2026-08-10' },
      });
      expect(await stage.sent('payment-correction-requested', wish.reference)).toHaveLength(1);
      expect(await post('/payment-investigations', { ...wish, treasuryCode: '0000' }, 'nowhere')).toMatchObject({
        body: { code: 'tax.TREASURY_UNKNOWN' },
      });
    });
  });

  it('M47: tells the treasury what it holds for booked on the day, without what was taken back', async () => {
    const told = await post('/reconciliations', { date: DAY, treasuryCode: '9901' }, 'day');
    const [message] = await stage.sent('bookings-of-day-told', 'tax');
    const amounts = message?.body['amounts'] as { reference: string; amountDong: string }[];
    expect(told).toMatchObject({ status: 201, body: { run: 1, count: amounts.length } });
    expect(amounts).toContainEqual({ reference: '99992026000000010201', amountDong: '4000000' });
    expect(amounts.map(({ reference }) => reference)).not.toContain('99992026000000010101');
    await stage.handle(DayReconciledHandler, { body: messageOf(DayReconciledV1).example });
    const { body } = await (await stage.as('tax-officer')).get(`/reconciliations/${DAY}`);
    expect(body).toMatchObject({ items: [{ run: 1, matched: false }] });
    const wrong = await (await stage.as('tax-officer')).get('/reconciliations/2026-02-30');
    expect(wrong).toMatchObject({ status: 400, body: { code: 'tax.DATE_INVALID' } });
  });

  it('M47: tells every day on which something was booked by itself, by the treasury that booked it', async () => {
    const asked = (await stage.sent('bookings-of-day-told', 'tax')).length;
    stage.jumpTo('2026-08-05T00:01:00+07:00');
    const told = await eventually(
      async () => {
        const lists = await stage.sent('bookings-of-day-told', 'tax');
        return lists.length > asked && lists.slice(asked);
      },
      { describe: 'the list of the day' },
    );
    expect(told).toMatchObject([
      { recipients: 'treasury/bien-hoa', body: { date: DAY, run: asked + 1, treasuryCode: '9901' } },
    ]);
    expect(told[0]?.body).toMatchObject({ amounts: (await stage.sent('bookings-of-day-told', 'tax'))[0]?.body['amounts'] }); // prettier-ignore
  });
});
