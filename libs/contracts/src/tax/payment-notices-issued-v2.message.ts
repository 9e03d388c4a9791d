import { ListOf, Message, messageOf, Optional } from '@lienthong/envelope';
import { ExemptionV2, PaymentNoticeV2 } from '../parts/any-payer.part';
import { exampleTaxCode } from '../parts/any-payer.example';
import { PaymentNoticesIssuedV1 } from './payment-notices-issued.message';

const { example: first } = messageOf(PaymentNoticesIssuedV1);
const example: PaymentNoticesIssuedV2 = {
  ...first,
  notices: first.notices.map((notice) => ({
    ...notice,
    rows: notice.rows.map((row) => ({ ...row, payerNumber: exampleTaxCode })),
  })),
};

/** M20 of any payer, also of one who has a tax code or a passport only, and of a land-use fee. Sent where the first version cannot say it. */
@Message({
  owner: 'tax',
  name: 'payment-notices-issued',
  version: 2,
  summary:
    'The tax office has issued the payment notices of a slip (thông báo nộp tiền), of payers of any kind, and of a land-use fee (M20).',
  example,
})
export class PaymentNoticesIssuedV2 extends PaymentNoticesIssuedV1 {
  @ListOf(() => PaymentNoticeV2, { max: 20 })
  override readonly notices: readonly PaymentNoticeV2[];

  @Optional()
  @ListOf(() => ExemptionV2, { max: 200 })
  override readonly exemptions?: readonly ExemptionV2[];
}
