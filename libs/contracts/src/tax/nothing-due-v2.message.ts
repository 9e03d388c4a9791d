import { ListOf, Message, messageOf, Optional } from '@lienthong/envelope';
import { DeferredItemV2, ExemptionV2 } from '../parts/any-payer.part';
import { exampleTaxCode } from '../parts/any-payer.example';
import { NothingDueV1 } from './nothing-due.message';

const { example: first } = messageOf(NothingDueV1);
const example: NothingDueV2 = {
  ...first,
  exemptions: first.exemptions.map((exemption) => ({ ...exemption, payerNumber: exampleTaxCode })),
};

/** M21 of any payer. Sent where a payer has no personal identification number. */
@Message({
  owner: 'tax',
  name: 'nothing-due',
  version: 2,
  summary: 'Nothing of a slip has to be paid, of payers of any kind (thông báo không phải nộp) (M21).',
  example,
})
export class NothingDueV2 extends NothingDueV1 {
  @ListOf(() => ExemptionV2, { max: 200, min: 0 })
  override readonly exemptions: readonly ExemptionV2[];

  @Optional()
  @ListOf(() => DeferredItemV2, { max: 200 })
  override readonly deferredItems?: readonly DeferredItemV2[];
}
