import { Message, messageOf } from '@lienthong/envelope';
import { PayerNumber } from '../parts/any-payer.part';
import { exampleTaxCode } from '../parts/any-payer.example';
import { LateInterestChargedV1 } from './late-interest-charged.message';

const { example: first } = messageOf(LateInterestChargedV1);
const example: LateInterestChargedV2 = { ...first, payerNumber: exampleTaxCode };

/** F18 of any payer. Sent where a payer has no personal identification number. */
@Message({
  owner: 'tax',
  name: 'late-interest-charged',
  version: 2,
  summary: 'Late interest of a payer of any kind (tiền chậm nộp) (F18).',
  example,
})
export class LateInterestChargedV2 extends LateInterestChargedV1 {
  @PayerNumber()
  override readonly payerNumber: string;
}
