import { Message, messageOf } from '@lienthong/envelope';
import { PayerNumber } from '../parts/any-payer.part';
import { exampleTaxCode } from '../parts/any-payer.example';
import { PayableItemPublishedV1 } from './payable-items-published.message';

const before = messageOf(PayableItemPublishedV1);
const example: PayableItemPublishedV2 = { ...before.example, payerNumber: exampleTaxCode };

/** M31 as a push, of any payer. Sent where a payer has no personal identification number. */
@Message({
  owner: 'tax',
  name: 'payable-items-published',
  version: 2,
  summary: 'The tax office publishes a payable item (khoản phải nộp) of a payer of any kind (M31).',
  stream: (body) => before.stream(body),
  subject: () => undefined,
  example,
})
export class PayableItemPublishedV2 extends PayableItemPublishedV1 {
  @PayerNumber()
  override readonly payerNumber: string;
}
