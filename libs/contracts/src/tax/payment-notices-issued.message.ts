import { DossierCode, IdText, ListOf, Message, Optional, Part, Text } from '@lienthong/envelope';
import {
  exampleBaseDong,
  exampleBuyer,
  exampleCollection,
  exampleDossierCode,
  exampleDueDate,
  exampleIncomeTax,
  exampleIssuedOn,
  exampleRegistrationFee,
  exampleSeller,
  exampleSlipId,
  exampleSlipNumber,
} from '../parts/clean-transfer.example';
import { Collection } from '../parts/collection.part';
import { Exemption } from '../parts/exemption.part';
import { PaymentNotice } from '../parts/payment-notice.part';

const incomeTaxNotice: PaymentNotice = {
  number: exampleIncomeTax.noticeNumber,
  form: '03/TB-BĐS-TNCN',
  kind: 'personal-income-tax',
  issuedOn: exampleIssuedOn,
  dueDate: exampleDueDate,
  rows: [
    {
      payableItemId: exampleIncomeTax.payableItemId,
      payer: 'seller',
      payerNumber: exampleSeller.personalIdentificationNumber,
      payerName: exampleSeller.name,
      share: exampleSeller.share,
      amountDong: exampleIncomeTax.amountDong,
      budgetSubItem: exampleIncomeTax.budgetSubItem,
      budgetChapter: exampleIncomeTax.budgetChapter,
    },
  ],
  baseDong: exampleBaseDong,
};

const registrationFeeNotice: PaymentNotice = {
  number: exampleRegistrationFee.noticeNumber,
  form: '01/TB-LPTB',
  kind: 'registration-fee',
  issuedOn: exampleIssuedOn,
  dueDate: exampleDueDate,
  rows: [
    {
      payableItemId: exampleRegistrationFee.payableItemId,
      payer: 'buyer',
      payerNumber: exampleBuyer.personalIdentificationNumber,
      payerName: exampleBuyer.name,
      share: exampleBuyer.share,
      amountDong: exampleRegistrationFee.amountDong,
      budgetSubItem: exampleRegistrationFee.budgetSubItem,
      budgetChapter: exampleRegistrationFee.budgetChapter,
    },
  ],
  baseDong: exampleBaseDong,
};

const example: PaymentNoticesIssuedV1 = {
  dossierCode: exampleDossierCode,
  slipId: exampleSlipId,
  slipNumber: exampleSlipNumber,
  notices: [incomeTaxNotice, registrationFeeNotice],
  collection: exampleCollection,
};

/** M20 ThongBaoNopTien: one slip, several notices, several rows. A notice that amends another names it (M22). */
@Message({
  owner: 'tax',
  name: 'payment-notices-issued',
  version: 1,
  summary: 'The tax office has issued the payment notices of a slip (thông báo nộp tiền) (M20).',
  example,
})
export class PaymentNoticesIssuedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly slipId: string;

  @Text({ max: 50 })
  readonly slipNumber: string;

  @ListOf(() => PaymentNotice, { max: 20 })
  readonly notices: readonly PaymentNotice[];

  @Part(() => Collection)
  readonly collection: Collection;

  /** Who need not pay, wholly or in part, and why (F20). */
  @Optional()
  @ListOf(() => Exemption, { max: 200 })
  readonly exemptions?: readonly Exemption[];
}
