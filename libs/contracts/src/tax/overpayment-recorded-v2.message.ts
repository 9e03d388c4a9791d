import { Message, messageOf } from '@lienthong/envelope';
import { PayerNumber } from '../parts/any-payer.part';
import { exampleTaxCode } from '../parts/any-payer.example';
import { OverpaymentRecordedV1 } from './overpayment-recorded.message';

const { example: first } = messageOf(OverpaymentRecordedV1);
const example: OverpaymentRecordedV2 = { ...first, payerNumber: exampleTaxCode };

/** M45 of any payer. Sent where a payer has no personal identification number. */
@Message({
  owner: 'tax',
  name: 'overpayment-recorded',
  version: 2,
  summary: 'A payer of any kind has paid more than is owed (khoản nộp thừa) (M45, F7, F10).',
  example,
})
export class OverpaymentRecordedV2 extends OverpaymentRecordedV1 {
  @PayerNumber()
  override readonly payerNumber: string;
}
