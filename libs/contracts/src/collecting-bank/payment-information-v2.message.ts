import { Message, messageOf, Part } from '@lienthong/envelope';
import { VoucherPayerV2 } from '../parts/any-payer.part';
import { exampleTaxCode } from '../parts/any-payer.example';
import { PaymentInformationV1 } from './payment-information.message';

const before = messageOf(PaymentInformationV1);
const example: PaymentInformationV2 = { ...before.example, payer: { ...before.example.payer, number: exampleTaxCode } };

/** M34 of any payer. Sent where a payer has no personal identification number. */
@Message({
  owner: 'collecting-bank',
  name: 'payment-information',
  version: 2,
  summary: 'The collecting bank has debited a payer of any kind and sends the voucher (giấy nộp tiền, C1-02/NS) (M34).',
  stream: (body) => before.stream(body),
  subject: () => undefined,
  example,
})
export class PaymentInformationV2 extends PaymentInformationV1 {
  @Part(() => VoucherPayerV2)
  override readonly payer: VoucherPayerV2;
}
