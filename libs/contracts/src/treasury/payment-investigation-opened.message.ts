import { DateText, IdText, ListOf, Message, streamOf, Text } from '@lienthong/envelope';
import { exampleCollection, exampleIncomeTax, exampleIssuedOn } from '../parts/clean-transfer.example';
import { PaymentFault } from '../parts/payment-fault.part';
import { PAYMENT_REFERENCE, TREASURY_CODE } from '../patterns';

const example: PaymentInvestigationOpenedV1 = {
  investigationId: '019fc562-94c0-7000-8000-000000000003',
  reference: exampleIncomeTax.reference,
  openedOn: exampleIssuedOn,
  faults: [{ fault: 'sub-item-differs', payableItemId: exampleIncomeTax.payableItemId }],
  requestBy: '2026-08-05',
  answerBy: '2026-08-10',
  treasuryCode: exampleCollection.treasuryCode,
};

/** M46 TraSoat, opened by the treasury: what does not agree, and the dates of T25. It never carries total or currency. */
@Message({
  owner: 'treasury',
  name: 'payment-investigation-opened',
  version: 1,
  summary: 'A payment does not agree with what is owed: the treasury opens a payment investigation (tra soát) (M46).',
  stream: (body) => streamOf.voucher(body.reference),
  subject: () => undefined,
  example,
})
export class PaymentInvestigationOpenedV1 {
  @IdText()
  readonly investigationId: string;

  @Text({ max: 20, pattern: PAYMENT_REFERENCE })
  readonly reference: string;

  @DateText()
  readonly openedOn: string;

  @ListOf(() => PaymentFault, { max: 100 })
  readonly faults: readonly PaymentFault[];

  /** Day by which the tax office sends C1-07 (T25, two working days). */
  @DateText()
  readonly requestBy: string;

  /** Day by which the payer has an answer (T25, five working days in all). */
  @DateText()
  readonly answerBy: string;

  @Text({ max: 4, pattern: TREASURY_CODE })
  readonly treasuryCode: string;
}
