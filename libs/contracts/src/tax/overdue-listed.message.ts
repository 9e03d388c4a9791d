import { DateText, DossierCode, ListOf, Message } from '@lienthong/envelope';
import { exampleDossierCode, exampleDueDate, exampleIncomeTax, exampleSeller } from '../parts/clean-transfer.example';
import { OverdueItem } from '../parts/overdue-item.part';

const example: OverdueListedV1 = {
  dossierCode: exampleDossierCode,
  listedOn: '2026-09-04',
  items: [
    {
      payableItemId: exampleIncomeTax.payableItemId,
      noticeNumber: exampleIncomeTax.noticeNumber,
      payer: 'seller',
      payerNumber: exampleSeller.personalIdentificationNumber,
      openDong: exampleIncomeTax.amountDong,
      dueDate: exampleDueDate,
    },
  ],
};

/** M24 DanhSachQuaHan, dossier by dossier so that it keeps its place among the other words about the dossier. */
@Message({
  owner: 'tax',
  name: 'overdue-listed',
  version: 1,
  summary:
    'Payable items of the dossier are past their due date and unpaid (danh sách quá hạn): land reviews it (M24, F25).',
  example,
})
export class OverdueListedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @DateText()
  readonly listedOn: string;

  @ListOf(() => OverdueItem, { max: 200 })
  readonly items: readonly OverdueItem[];
}
