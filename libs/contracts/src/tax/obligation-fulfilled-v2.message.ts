import { ListOf, Message, messageOf, Optional } from '@lienthong/envelope';
import { DeferredItemV2 } from '../parts/any-payer.part';
import { exampleDeferred, exampleTaxCode } from '../parts/any-payer.example';
import { ObligationFulfilledV1 } from './obligation-fulfilled.message';

const { example: first } = messageOf(ObligationFulfilledV1);
const example: ObligationFulfilledV2 = {
  ...first,
  deferredItems: [{ ...exampleDeferred, payerNumber: exampleTaxCode }],
};

/** M40 with deferred items of any payer. Sent where a payer has no personal identification number. */
@Message({
  owner: 'tax',
  name: 'obligation-fulfilled',
  version: 2,
  summary:
    'The financial obligation is fulfilled, with deferred items of payers of any kind (hoàn thành nghĩa vụ tài chính) (M40, F19).',
  example,
})
export class ObligationFulfilledV2 extends ObligationFulfilledV1 {
  @Optional()
  @ListOf(() => DeferredItemV2, { max: 200 })
  override readonly deferredItems?: readonly DeferredItemV2[];
}
