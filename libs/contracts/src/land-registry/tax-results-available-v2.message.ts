import { DateText, DossierCode, InstantText, ListOf, Message, Optional, Text } from '@lienthong/envelope';
import { exampleIssuedOn, exampleReceiptNumber } from '../parts/clean-transfer.example';
import { exampleFeeNotice, examplePurposeChange } from '../parts/land-use-fee.example';
import { TaxResultV2 } from '../parts/tax-result-v2.part';

const { number: noticeNumber, kind, dueDate: firstDue, rows } = exampleFeeNotice;
const example: TaxResultsAvailableV2 = {
  dossierCode: examplePurposeChange.dossierCode,
  receiptNumber: exampleReceiptNumber,
  arrivedOn: exampleIssuedOn,
  results: rows.map(({ payer, payerNumber, payerName, amountDong, dueDate = firstDue }) => ({
    payer,
    payerNumber,
    payerName,
    kind,
    noticeNumber,
    amountDong,
    dueDate,
  })),
};

/** M51 of a dossier that owes a land-use fee, which version 1 cannot name. */
@Message({
  owner: 'land-registry',
  name: 'tax-results-available',
  version: 2,
  summary:
    'The tax notices of the dossier have arrived, a land-use fee among them: what each party has to pay and by when (M51).',
  example,
})
export class TaxResultsAvailableV2 {
  @DossierCode()
  readonly dossierCode: string;

  /** Số biên nhận of the land office. */
  @Text({ max: 30 })
  readonly receiptNumber: string;

  /** Ngày có kết quả thuế. */
  @DateText()
  readonly arrivedOn: string;

  @ListOf(() => TaxResultV2, { max: 200 })
  readonly results: readonly TaxResultV2[];

  /** When the slip went to the tax office: from here to the fulfilment the land office's clock stands (L §4.6). */
  @Optional()
  @InstantText()
  readonly slipSentAt?: string;
}
