import { ListOf, Message, messageOf } from '@lienthong/envelope';
import { TaxResultV2 } from '../parts/any-payer.part';
import { exampleTaxCode } from '../parts/any-payer.example';
import { TaxResultsAvailableV1 } from './tax-results-available.message';

const { example: first } = messageOf(TaxResultsAvailableV1);
const example: TaxResultsAvailableV2 = {
  ...first,
  results: first.results.map((result) => ({ ...result, payerNumber: exampleTaxCode })),
};

/** M51 to any party. Sent where a payer has no personal identification number. */
@Message({
  owner: 'land-registry',
  name: 'tax-results-available',
  version: 2,
  summary: 'The tax notices have arrived: what parties of any kind have to pay, apart (kết quả thuế) (M51).',
  example,
})
export class TaxResultsAvailableV2 extends TaxResultsAvailableV1 {
  @ListOf(() => TaxResultV2, { max: 200 })
  override readonly results: readonly TaxResultV2[];
}
