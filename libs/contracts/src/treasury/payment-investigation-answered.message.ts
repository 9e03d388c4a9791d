import { DateText, IdText, Message, OneOf, Optional, streamOf, Text } from '@lienthong/envelope';
import { exampleIncomeTax, exampleIssuedOn } from '../parts/clean-transfer.example';
import { PAYMENT_REFERENCE } from '../patterns';

const example: PaymentInvestigationAnsweredV1 = {
  investigationId: '019fc562-94c0-7000-8000-000000000003',
  reference: exampleIncomeTax.reference,
  answeredOn: exampleIssuedOn,
  outcome: 'done',
};

/** M46, the treasury's answer to C1-07 (T25: two working days). */
@Message({
  owner: 'treasury',
  name: 'payment-investigation-answered',
  version: 1,
  summary: 'The treasury has corrected its books as the tax office asked, or says why not (trả lời tra soát) (M46).',
  stream: (body) => streamOf.voucher(body.reference),
  subject: () => undefined,
  example,
})
export class PaymentInvestigationAnsweredV1 {
  @IdText()
  readonly investigationId: string;

  @Text({ max: 20, pattern: PAYMENT_REFERENCE })
  readonly reference: string;

  @DateText()
  readonly answeredOn: string;

  @OneOf(['done', 'refused'])
  readonly outcome: 'done' | 'refused';

  @Optional()
  @Text({ max: 500 })
  readonly reason?: string;
}
