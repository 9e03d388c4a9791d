import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, DossierCode, ListOf, Message, OneOf } from '@lienthong/envelope';
import { exampleDossierCode, exampleIncomeTax, exampleIssuedOn } from '../parts/clean-transfer.example';
import { ReopenedItem } from '../parts/reopened-item.part';

const example: ObligationReopenedV1 = {
  dossierCode: exampleDossierCode,
  reopenedOn: exampleIssuedOn,
  cause: 'booking-reversed',
  fulfilledOn: exampleIssuedOn,
  items: [
    {
      payableItemId: exampleIncomeTax.payableItemId,
      noticeNumber: exampleIncomeTax.noticeNumber,
      amountDong: exampleIncomeTax.amountDong,
      reference: exampleIncomeTax.reference,
    },
  ],
  remainderDong: exampleIncomeTax.amountDong,
};

/** F16: takes back an M40 that was sent. What was issued meanwhile is not revoked by it: it is a debt case. */
@Message({
  owner: 'tax',
  name: 'obligation-reopened',
  version: 1,
  summary:
    'A fulfilled obligation is open again because the treasury took a booking back (nghĩa vụ tài chính chưa hoàn thành).',
  example,
})
export class ObligationReopenedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @DateText()
  readonly reopenedOn: string;

  @OneOf(['booking-reversed', 'booking-corrected'])
  readonly cause: 'booking-reversed' | 'booking-corrected';

  /** Day on which it had been told fulfilled. */
  @DateText()
  readonly fulfilledOn: string;

  @ListOf(() => ReopenedItem, { max: 50 })
  readonly items: readonly ReopenedItem[];

  /** Còn phải nộp. */
  @DongAmount()
  readonly remainderDong: DongText;
}
