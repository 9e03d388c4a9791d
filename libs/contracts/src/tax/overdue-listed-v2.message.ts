import { ListOf, Message, messageOf } from '@lienthong/envelope';
import { OverdueItemV2 } from '../parts/any-payer.part';
import { exampleTaxCode } from '../parts/any-payer.example';
import { OverdueListedV1 } from './overdue-listed.message';

const { example: first } = messageOf(OverdueListedV1);
const example: OverdueListedV2 = {
  ...first,
  items: first.items.map((item) => ({ ...item, payerNumber: exampleTaxCode })),
};

/** M24 of any payer. Sent where a payer has no personal identification number. */
@Message({
  owner: 'tax',
  name: 'overdue-listed',
  version: 2,
  summary: 'Payable items of payers of any kind are past their due date and unpaid (danh sách quá hạn) (M24, F25).',
  example,
})
export class OverdueListedV2 extends OverdueListedV1 {
  @ListOf(() => OverdueItemV2, { max: 200 })
  override readonly items: readonly OverdueItemV2[];
}
