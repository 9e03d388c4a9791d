import { DateText, DossierCode, InstantText, ListOf, Message, Optional, Text } from '@lienthong/envelope';
import {
  exampleBuyer,
  exampleDossierCode,
  exampleDueDate,
  exampleIncomeTax,
  exampleIssuedOn,
  exampleReceiptNumber,
  exampleRegistrationFee,
  exampleSeller,
} from '../parts/clean-transfer.example';
import { TaxResult } from '../parts/tax-result.part';

const example: TaxResultsAvailableV1 = {
  dossierCode: exampleDossierCode,
  receiptNumber: exampleReceiptNumber,
  arrivedOn: exampleIssuedOn,
  results: [
    {
      payer: 'seller',
      payerNumber: exampleSeller.personalIdentificationNumber,
      payerName: exampleSeller.name,
      kind: 'personal-income-tax',
      noticeNumber: exampleIncomeTax.noticeNumber,
      amountDong: exampleIncomeTax.amountDong,
      dueDate: exampleDueDate,
    },
    {
      payer: 'buyer',
      payerNumber: exampleBuyer.personalIdentificationNumber,
      payerName: exampleBuyer.name,
      kind: 'registration-fee',
      noticeNumber: exampleRegistrationFee.noticeNumber,
      amountDong: exampleRegistrationFee.amountDong,
      dueDate: exampleDueDate,
    },
  ],
};

/** M51 DongBoKetQuaThue. */
@Message({
  owner: 'land-registry',
  name: 'tax-results-available',
  version: 1,
  summary: 'The tax notices of the dossier have arrived: what each party has to pay, apart (kết quả thuế) (M51).',
  example,
})
export class TaxResultsAvailableV1 {
  @DossierCode()
  readonly dossierCode: string;

  /** Số biên nhận of the land office. */
  @Text({ max: 30 })
  readonly receiptNumber: string;

  /** Ngày có kết quả thuế. */
  @DateText()
  readonly arrivedOn: string;

  @ListOf(() => TaxResult, { max: 200 })
  readonly results: readonly TaxResult[];

  /** When the slip went to the tax office: from here to the fulfilment the land office's clock stands (L §4.6). */
  @Optional()
  @InstantText()
  readonly slipSentAt?: string;
}
