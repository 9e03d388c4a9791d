import { type DongText, dongText } from '@lienthong/kernel';
import { DateText, DongAmount, DossierCode, Message, Part } from '@lienthong/envelope';
import { exampleDossierCode, exampleDueDate, exampleIncomeTax, exampleSeller } from '../parts/clean-transfer.example';
import { OverdueItem } from '../parts/overdue-item.part';

const example: DebtNoticedV1 = {
  dossierCode: exampleDossierCode,
  noticedOn: '2026-10-04',
  item: {
    payableItemId: exampleIncomeTax.payableItemId,
    noticeNumber: exampleIncomeTax.noticeNumber,
    payer: 'seller',
    payerNumber: exampleSeller.personalIdentificationNumber,
    openDong: exampleIncomeTax.amountDong,
    dueDate: exampleDueDate,
  },
  interestDong: dongText(144_000n),
};

/** M25 ThongBaoNo: what a payer still owes 30 days after the due date, with the interest as if it were paid that day. */
@Message({
  owner: 'tax',
  name: 'debt-noticed',
  version: 1,
  summary: 'A payable item is 30 days overdue: the payer is told of tax and late interest (thông báo nợ) (M25, F25).',
  example,
})
export class DebtNoticedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @DateText()
  readonly noticedOn: string;

  @Part(() => OverdueItem)
  readonly item: OverdueItem;

  @DongAmount()
  readonly interestDong: DongText;
}
