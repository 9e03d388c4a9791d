import { ListOf, Message, messageOf } from '@lienthong/envelope';
import { TaxResultV2 } from '../parts/any-payer.part';
import { exampleTaxCode } from '../parts/any-payer.example';
import { TaxResultsAvailableV1 } from './tax-results-available.message';

const { example: first } = messageOf(TaxResultsAvailableV1);
const example: TaxResultsAvailableV2 = {
  ...first,
  results: first.results.map((result) => ({ ...result, payerNumber: exampleTaxCode })),
};

/** M51 to any party, of a land-use fee too. Sent where the first version cannot say it. */
@Message({
  owner: 'land-registry',
  name: 'tax-results-available',
  version: 2,
  summary:
    'The tax notices have arrived: what parties of any kind have to pay, apart, a land-use fee too (kết quả thuế) (M51).',
  example,
})
export class TaxResultsAvailableV2 extends TaxResultsAvailableV1 {
  @ListOf(() => TaxResultV2, { max: 200 })
  override readonly results: readonly TaxResultV2[];
}
