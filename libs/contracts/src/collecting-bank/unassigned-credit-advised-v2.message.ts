import { Message, messageOf, Part } from '@lienthong/envelope';
import { VoucherPayerV2 } from '../parts/any-payer.part';
import { exampleTaxCode } from '../parts/any-payer.example';
import { UnassignedCreditAdvisedV1 } from './unassigned-credit-advised.message';

const before = messageOf(UnassignedCreditAdvisedV1);
const example: UnassignedCreditAdvisedV2 = {
  ...before.example,
  payer: { ...before.example.payer, number: exampleTaxCode },
};

/** M35 without ID, of any payer. Sent where a payer has no personal identification number. */
@Message({
  owner: 'collecting-bank',
  name: 'unassigned-credit-advised',
  version: 2,
  summary:
    'Money of a payer of any kind whose voucher names no payable item has been credited (báo có không ghi ID khoản phải nộp) (M35).',
  stream: (body) => before.stream(body),
  subject: () => undefined,
  example,
})
export class UnassignedCreditAdvisedV2 extends UnassignedCreditAdvisedV1 {
  @Part(() => VoucherPayerV2)
  override readonly payer: VoucherPayerV2;
}
