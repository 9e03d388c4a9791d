import { dongText } from '@lienthong/kernel';
import { exampleDueDate, exampleIncomeTax, exampleIssuedOn, exampleSeller } from './clean-transfer.example';
import type { PaymentNoticeV2 } from './any-payer.part';

const instalment = {
  payer: 'buyer',
  payerNumber: exampleSeller.personalIdentificationNumber,
  payerName: exampleSeller.name,
  share: exampleSeller.share,
  budgetSubItem: '1401',
  budgetChapter: exampleIncomeTax.budgetChapter,
} as const;

/** 300,000,000 đồng for 100 m² whose price rises by 3,000,000, half in 30 days and half in 90. */
export const exampleFeeNotice: PaymentNoticeV2 = {
  number: 'TB2600017-TK0000003/TB-TCS',
  form: '01/TB-TSDĐ',
  kind: 'land-use-fee',
  issuedOn: exampleIssuedOn,
  dueDate: exampleDueDate,
  rows: [
    { ...instalment, payableItemId: '00000000000300001', amountDong: dongText(150_000_000n) },
    {
      ...instalment,
      payableItemId: '00000000000300002',
      amountDong: dongText(150_000_000n),
      dueDate: '2026-11-02',
    },
  ],
  baseDong: dongText(300_000_000n),
};
