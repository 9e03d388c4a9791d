import {
  PaymentInformationV1,
  type PaymentNotice,
  RevenueBookedV1,
  RevenueBookingAdjustedV1,
  type TransferSlipSentV2,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { ApiAnswer, TestStage } from '@lienthong/testing';
import { AssessTransferSlipHandler } from '../src/assessments/assess-transfer-slip.handler';
import type { AssessmentView } from '../src/assessments/assessment.query';
import { RecordAdjustmentHandler } from '../src/obligations/record-adjustment.handler';
import { RecordBookingHandler } from '../src/obligations/record-booking.handler';
import { RecordPaymentHandler } from '../src/obligations/record-payment.handler';
import { signedSlip } from './tax-service.mother';
import { aParcel, aPriceRow } from './transfer-slip.mother';

export const SLIP_MESSAGE = '019fc562-94c0-7000-8000-00000000000a';

/** What a voucher pays of an item, and when the payer was debited and the treasury booked it. */
export interface Money {
  readonly payableItemId: string;
  readonly amountDong: string;
  readonly voucher: number;
  readonly debitDate?: string;
  readonly bookedOn?: string;
}

/** The desks of the tax office of Biên Hòa, as land office, bank, treasury and officers come to them. */
export class TaxDesk {
  constructor(readonly stage: TestStage) {}

  async keepPrices(): Promise<void> {
    const row = aPriceRow(8_000_000n);
    const { communeCode, purpose, position } = aParcel('100', [row]);
    await (
      await this.stage.as('price-keeper')
    ).post('/price-rows', { rows: [{ communeCode, purpose, position, ...row }] });
  }

  /** A slip of the `n`th dossier; a later submission replaces the one before. */
  async slip(n: number, changes: Partial<TransferSlipSentV2> = {}): Promise<string> {
    const suffix = String(n).padStart(4, '0');
    const { submission = 1 } = changes;
    const dossierCode = `H19.91.01-260803-${suffix}`;
    const slipId = `019fc562-94c0-7000-8000-0000000${submission}${suffix}`;
    const slip = signedSlip(this.stage, { dossierCode, slipId, slipNumber: `${n}-${submission}/PC`, ...changes });
    await this.stage.handle(AssessTransferSlipHandler, { id: SLIP_MESSAGE, body: slip });
    return dossierCode;
  }

  async issue(dossierCode: string): Promise<readonly PaymentNotice[]> {
    const answer = await this.post<{ notices: PaymentNotice[] }>('tax-officer', `/assessments/${dossierCode}/issue`);
    if (answer.status !== 200) throw new Error(`not issued: ${JSON.stringify(answer.body)}`);
    return answer.body.notices;
  }

  async claim(dossierCode: string, claims: readonly object[]): Promise<ApiAnswer> {
    return (await this.stage.as('tax-officer')).put(`/assessments/${dossierCode}/claims`, { claims });
  }

  async view(dossierCode: string): Promise<AssessmentView> {
    const answer = await (await this.stage.as('tax-officer')).get(`/assessments/${dossierCode}`);
    return answer.body as unknown as AssessmentView;
  }

  async post<T = Record<string, unknown>>(
    role: string,
    path: string,
    body?: object,
    key?: string,
  ): Promise<ApiAnswer<T>> {
    return (await this.stage.as(role)).post<T>(path, body, key === undefined ? {} : { 'idempotency-key': key });
  }

  async paid(money: Money): Promise<void> {
    const body = { ...messageOf(PaymentInformationV1).example, ...factsOf(money) };
    await this.stage.handle(RecordPaymentHandler, { body });
  }

  /** The treasury takes the whole booking of the voucher back (HUY). */
  async reversed(money: Money): Promise<void> {
    const { reference, lines: linesBefore, totalDong } = factsOf(money);
    const body = { ...messageOf(RevenueBookingAdjustedV1).example, reference, linesBefore, totalDong };
    await this.stage.handle(RecordAdjustmentHandler, { body });
  }

  async booked(money: Money): Promise<void> {
    const { voucher, bookedOn = money.debitDate ?? '2026-08-03' } = money;
    const entryNumber = `BT-260803-${String(voucher).padStart(6, '0')}`;
    const body = { ...messageOf(RevenueBookedV1).example, ...factsOf(money), entryNumber, bookedOn };
    await this.stage.handle(RecordBookingHandler, { body });
  }
}

function factsOf({
  payableItemId,
  amountDong,
  voucher,
  debitDate = '2026-08-03',
}: Money): Pick<RevenueBookedV1, 'reference' | 'lines' | 'totalDong' | 'debitDate'> {
  const [line] = messageOf(RevenueBookedV1).example.lines;
  if (!line) throw new Error('the example booking has no line');
  const amount = amountDong as RevenueBookedV1['totalDong'];
  const reference = `99992026${String(voucher).padStart(10, '0')}01`;
  return { reference, lines: [{ ...line, payableItemId, amountDong: amount }], totalDong: amount, debitDate };
}
