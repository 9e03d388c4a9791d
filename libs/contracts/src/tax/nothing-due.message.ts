import { dongText } from '@lienthong/kernel';
import { DateText, DossierCode, IdText, ListOf, Message, Optional, Text } from '@lienthong/envelope';
import {
  exampleDossierCode,
  exampleIncomeTax,
  exampleIssuedOn,
  exampleRegistrationFee,
  exampleSeller,
  exampleSlipId,
  exampleSlipNumber,
} from '../parts/clean-transfer.example';
import { DeferredItem } from '../parts/deferred-item.part';
import { Exemption } from '../parts/exemption.part';

const example: NothingDueV1 = {
  dossierCode: exampleDossierCode,
  slipId: exampleSlipId,
  slipNumber: exampleSlipNumber,
  decidedOn: exampleIssuedOn,
  exemptions: [
    {
      kind: 'personal-income-tax',
      payer: 'seller',
      payerNumber: exampleSeller.personalIdentificationNumber,
      exemptDong: exampleIncomeTax.amountDong,
      legalBasis: ['X3: NĐ 253/2026 Đ19'],
    },
    {
      kind: 'registration-fee',
      payer: 'buyer',
      payerNumber: '075088000002',
      exemptDong: dongText(BigInt(exampleRegistrationFee.amountDong)),
      legalBasis: [],
    },
  ],
};

/** M21 ThongBaoKhongPhaiNop: everybody of the dossier is exempt, or has the debt noted; the certificate is released. */
@Message({
  owner: 'tax',
  name: 'nothing-due',
  version: 1,
  summary:
    'Nothing of the dossier is due now: all that arises is exempt, zero or deferred (không phải nộp) (M21, F19, F20).',
  example,
})
export class NothingDueV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly slipId: string;

  @Text({ max: 50 })
  readonly slipNumber: string;

  @DateText()
  readonly decidedOn: string;

  @ListOf(() => Exemption, { max: 200, min: 0 })
  readonly exemptions: readonly Exemption[];

  @Optional()
  @ListOf(() => DeferredItem, { max: 200 })
  readonly deferredItems?: readonly DeferredItem[];
}
