import { dongText } from '@lienthong/kernel';
import { DateText, DossierCode, Message, Part } from '@lienthong/envelope';
import {
  exampleDossierCode,
  exampleDueDate,
  exampleIncomeTax,
  exampleIssuedOn,
  exampleSeller,
} from '../parts/clean-transfer.example';
import { OverdueItemV2 } from '../parts/any-payer.part';

const example: PartPaymentRecordedV1 = {
  dossierCode: exampleDossierCode,
  recordedOn: exampleIssuedOn,
  item: {
    payableItemId: exampleIncomeTax.payableItemId,
    noticeNumber: exampleIncomeTax.noticeNumber,
    payer: 'seller',
    payerNumber: exampleSeller.personalIdentificationNumber,
    openDong: dongText(1n),
    dueDate: exampleDueDate,
  },
};

/** F9: the item is not settled and keeps its due date; its payer hears what is still to pay, the land office goes on for nobody. */
@Message({
  owner: 'tax',
  name: 'part-payment-recorded',
  version: 1,
  summary:
    'Less was booked for a payable item than is owed: what is left keeps its due date, and the payer hears of it (F9).',
  example,
})
export class PartPaymentRecordedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @DateText()
  readonly recordedOn: string;

  /** The item with what is still open of it. */
  @Part(() => OverdueItemV2)
  readonly item: OverdueItemV2;
}
