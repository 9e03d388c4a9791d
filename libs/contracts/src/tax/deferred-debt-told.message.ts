import { dongText } from '@lienthong/kernel';
import { DateText, DossierCode, ListOf, Message } from '@lienthong/envelope';
import { DeferredItemV2 } from '../parts/any-payer.part';
import { exampleDossierCode, exampleIssuedOn, exampleRegistrationFee } from '../parts/clean-transfer.example';
import { SettledItem } from '../parts/settled-item.part';

const { payableItemId, noticeNumber, amountDong, reference } = exampleRegistrationFee;
const example: DeferredDebtToldV1 = {
  dossierCode: exampleDossierCode,
  toldOn: exampleIssuedOn,
  open: [
    {
      payableItemId: '04057999999900003',
      noticeNumber,
      kind: 'registration-fee',
      payerNumber: '075088000002',
      amountDong: dongText(4_000_000n),
    },
  ],
  settled: [{ payableItemId, noticeNumber, amountDong, paidOn: exampleIssuedOn, reference }],
};

/** What M40 is for what is due, after the certificate: only the tax office says that a deferred debt is paid. */
@Message({
  owner: 'tax',
  name: 'deferred-debt-told',
  version: 1,
  summary:
    'How the deferred debt of a dossier stands, all of it: what is booked and what is still open (tình trạng khoản ghi nợ) (F19, L10).',
  example,
})
export class DeferredDebtToldV1 {
  @DossierCode()
  readonly dossierCode: string;

  @DateText()
  readonly toldOn: string;

  /** Its note stays until nothing is left here. */
  @ListOf(() => DeferredItemV2, { max: 200, min: 0 })
  readonly open: readonly DeferredItemV2[];

  @ListOf(() => SettledItem, { max: 200, min: 0 })
  readonly settled: readonly SettledItem[];
}
