import { Message, messageOf, Part } from '@lienthong/envelope';
import { OverdueItemV2 } from '../parts/any-payer.part';
import { exampleTaxCode } from '../parts/any-payer.example';
import { DebtNoticedV1 } from './debt-noticed.message';

const { example: first } = messageOf(DebtNoticedV1);
const example: DebtNoticedV2 = { ...first, item: { ...first.item, payerNumber: exampleTaxCode } };

/** M25 to any payer. Sent where a payer has no personal identification number. */
@Message({
  owner: 'tax',
  name: 'debt-noticed',
  version: 2,
  summary: 'A payable item of a payer of any kind is 30 days overdue (thông báo nợ) (M25, F25).',
  example,
})
export class DebtNoticedV2 extends DebtNoticedV1 {
  @Part(() => OverdueItemV2)
  override readonly item: OverdueItemV2;
}
