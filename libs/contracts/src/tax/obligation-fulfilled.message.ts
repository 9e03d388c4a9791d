import { type DongText, dongText } from '@lienthong/kernel';
import { DateText, DongAmount, DossierCode, ListOf, Message, Optional } from '@lienthong/envelope';
import {
  exampleDossierCode,
  exampleIncomeTax,
  exampleIssuedOn,
  exampleRegistrationFee,
} from '../parts/clean-transfer.example';
import { DeferredItem } from '../parts/deferred-item.part';
import { SettledItem } from '../parts/settled-item.part';

const example: ObligationFulfilledV1 = {
  dossierCode: exampleDossierCode,
  fulfilledOn: exampleIssuedOn,
  items: [exampleIncomeTax, exampleRegistrationFee].map(({ payableItemId, noticeNumber, amountDong, reference }) => ({
    payableItemId,
    noticeNumber,
    amountDong,
    paidOn: exampleIssuedOn,
    reference,
  })),
  remainderDong: dongText(0n),
};

/** M40 XacNhanHoanThanhNVTC: only the tax office says it, and only this releases the certificate. */
@Message({
  owner: 'tax',
  name: 'obligation-fulfilled',
  version: 1,
  summary:
    'All payable items of the dossier are settled: the financial obligation is fulfilled (hoàn thành nghĩa vụ tài chính) (M40).',
  example,
})
export class ObligationFulfilledV1 {
  @DossierCode()
  readonly dossierCode: string;

  @DateText()
  readonly fulfilledOn: string;

  @ListOf(() => SettledItem, { max: 200 })
  readonly items: readonly SettledItem[];

  /** Còn phải nộp: nothing when fulfilled. */
  @DongAmount()
  readonly remainderDong: DongText;

  /** Cờ ghi nợ: what is noted on the certificate as a debt instead of being paid (F19). */
  @Optional()
  @ListOf(() => DeferredItem, { max: 200 })
  readonly deferredItems?: readonly DeferredItem[];
}
