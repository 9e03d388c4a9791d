import { ListOf, Message, messageOf, Optional } from '@lienthong/envelope';
import { DeferredItemV2, PaymentNoticeV2 } from '../parts/any-payer.part';
import { exampleFeeNotice } from '../parts/land-use-fee.example';
import { TaxStateToldV1 } from './tax-state-told.message';

const { settled: _other, ...first } = messageOf(TaxStateToldV1).example;
const example: TaxStateToldV2 = { ...first, notices: [exampleFeeNotice] };

/** Answer to M16 and M17, with notices of any payer and of a land-use fee. Sent where the first version cannot say it. */
@Message({
  owner: 'tax',
  name: 'tax-state-told',
  version: 2,
  summary:
    'How a slip stands at the tax office, with notices of payers of any kind, or of a land-use fee (kết quả truy vấn) (M16, M17).',
  example,
})
export class TaxStateToldV2 extends TaxStateToldV1 {
  @Optional()
  @ListOf(() => PaymentNoticeV2, { max: 20 })
  override readonly notices?: readonly PaymentNoticeV2[];

  @Optional()
  @ListOf(() => DeferredItemV2, { max: 200 })
  override readonly deferredItems?: readonly DeferredItemV2[];
}
