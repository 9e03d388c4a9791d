import { ListOf, Message, messageOf, Optional } from '@lienthong/envelope';
import { PaymentNoticeV2 } from '../parts/any-payer.part';
import { TaxStateToldV1 } from './tax-state-told.message';

const { example: first } = messageOf(TaxStateToldV1);
const example: TaxStateToldV2 = { ...first };

/** Answer to M16 and M17, with notices of any payer. Sent where a payer has no personal identification number. */
@Message({
  owner: 'tax',
  name: 'tax-state-told',
  version: 2,
  summary: 'How a slip stands at the tax office, with notices of payers of any kind (kết quả truy vấn) (M16, M17).',
  example,
})
export class TaxStateToldV2 extends TaxStateToldV1 {
  @Optional()
  @ListOf(() => PaymentNoticeV2, { max: 20 })
  override readonly notices?: readonly PaymentNoticeV2[];
}
