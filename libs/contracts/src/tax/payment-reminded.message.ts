import { DateText, DossierCode, Message, Part, Whole } from '@lienthong/envelope';
import { exampleDossierCode, exampleDueDate, exampleIncomeTax, exampleSeller } from '../parts/clean-transfer.example';
import { OverdueItemV2 } from '../parts/any-payer.part';

const example: PaymentRemindedV1 = {
  dossierCode: exampleDossierCode,
  remindedOn: '2026-08-27',
  daysFromDue: -7,
  item: {
    payableItemId: exampleIncomeTax.payableItemId,
    noticeNumber: exampleIncomeTax.noticeNumber,
    payer: 'seller',
    payerNumber: exampleSeller.personalIdentificationNumber,
    openDong: exampleIncomeTax.amountDong,
    dueDate: exampleDueDate,
  },
};

/** M30: what a payer has not paid shortly before and after its due date, as the tax office knows it on that day (F25). */
@Message({
  owner: 'tax',
  name: 'payment-reminded',
  version: 1,
  summary:
    'A payable item is unpaid 7 days or 1 day before its due date, or 1 day after it: its payer is reminded (M30, F25).',
  example,
})
export class PaymentRemindedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @DateText()
  readonly remindedOn: string;

  /** Days from the due date to the reminder: below zero before it. */
  @Whole({ min: -30, max: 30 })
  readonly daysFromDue: number;

  @Part(() => OverdueItemV2)
  readonly item: OverdueItemV2;
}
