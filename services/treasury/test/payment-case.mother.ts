import { Clock } from '@lienthong/kernel';
import { type CreditAdviceV1, type PayableItemPublishedV1, PaymentCorrectionRequestedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { ApiAnswer, ApiClient, TestStage } from '@lienthong/testing';
import { CreditAdviceHandler } from '../src/credit-advices/credit-advice.handler';
import { CorrectionRequestedHandler } from '../src/investigations/correction-requested.handler';
import { PayableItemPublishedHandler } from '../src/payable-items/payable-item-published.handler';
import { adviceBody, itemBody } from './credit-advice.mother';

export const ITEM_MESSAGE = '019fc562-94c0-7000-8000-00000000000a';
export const ADVICE_MESSAGE = '019fc562-94c0-7000-8000-00000000000b';

export interface PaymentCase {
  readonly reference: string;
  readonly item: PayableItemPublishedV1;
  readonly advice: CreditAdviceV1;
}

/** An item of 16,000,000 đồng and the credit advice that pays it, apart from those of other numbers. */
export function aCase(n: number): PaymentCase {
  const payableItemId = `0000000000010${String(n).padStart(4, '0')}`;
  const reference = `99992026${String(n).padStart(10, '0')}01`;
  const lines = [{ payableItemId, amountDong: itemBody.amountDong }];
  return { reference, item: { ...itemBody, payableItemId }, advice: { ...adviceBody, reference, lines } };
}

/** A treasury office at work: what arrives there and what its people do. */
export class TreasuryDesk {
  constructor(readonly stage: TestStage) {}

  itemArrives({ item }: PaymentCase, changes: Partial<PayableItemPublishedV1> = {}): Promise<void> {
    return this.stage.handle(PayableItemPublishedHandler, { id: ITEM_MESSAGE, body: { ...item, ...changes } });
  }

  adviceArrives({ advice }: PaymentCase, changes: Partial<CreditAdviceV1> = {}): Promise<void> {
    return this.stage.handle(CreditAdviceHandler, { id: ADVICE_MESSAGE, body: { ...advice, ...changes } });
  }

  /** C1-07 of the tax office arrives. */
  correctionArrives(changes: Partial<PaymentCorrectionRequestedV1>): Promise<void> {
    const body = { ...messageOf(PaymentCorrectionRequestedV1).example, ...changes };
    return this.stage.handle(CorrectionRequestedHandler, { id: ADVICE_MESSAGE, senderOffice: 'bien-hoa', body });
  }

  clerk(): Promise<ApiClient> {
    return this.stage.as('treasury-clerk');
  }

  /** Another clerk of the office. */
  async second(): Promise<ApiClient> {
    const { running, home, api } = this.stage.service;
    const clock = running.app.get(Clock, { strict: false });
    const person = 'second-treasury-clerk-bien-hoa';
    return api.as(await home.token({ member: 'treasury', role: 'treasury-clerk', office: 'bien-hoa', person, clock }));
  }

  async book({ reference }: PaymentCase): Promise<ApiAnswer> {
    return (await this.clerk()).post('/bookings', { reference }, { 'idempotency-key': `booking-${reference}` });
  }

  /** An item and its advice, booked. */
  async booked(one: PaymentCase): Promise<PaymentCase> {
    await this.itemArrives(one);
    await this.adviceArrives(one);
    await this.book(one);
    return one;
  }

  async look<T = Record<string, unknown>>(path: string): Promise<T> {
    return (await (await this.clerk()).get<T>(path)).body;
  }

  async propose({ reference }: PaymentCase, body: object): Promise<ApiAnswer> {
    const key = { 'idempotency-key': `adjust-${reference}-${JSON.stringify(body).length}` };
    return (await this.clerk()).post(`/bookings/${reference}/adjustments`, body, key);
  }
}
