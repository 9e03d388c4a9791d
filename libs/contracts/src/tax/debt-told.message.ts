import { IdText, InstantText, ListOf, Message, streamOf } from '@lienthong/envelope';
import { exampleDueDate, exampleIncomeTax } from '../parts/clean-transfer.example';
import { DebtRow } from '../parts/debt-row.part';

const example: DebtToldV1 = {
  queryId: '019fc562-94c0-7000-8000-0000000000d1',
  answeredAt: '2026-08-20T09:00:00+07:00',
  rows: [
    {
      payableItemId: exampleIncomeTax.payableItemId,
      noticeNumber: exampleIncomeTax.noticeNumber,
      budgetSubItem: exampleIncomeTax.budgetSubItem,
      budgetChapter: exampleIncomeTax.budgetChapter,
      openDong: exampleIncomeTax.amountDong,
      dueDate: exampleDueDate,
    },
  ],
};

/** M31, the answer: no rows for a dossier that is unknown, for a number that is not its, and for one that owes nothing. */
@Message({
  owner: 'tax',
  name: 'debt-told',
  version: 1,
  summary:
    'The tax office tells the debts of the person who asked (trả lời truy vấn nghĩa vụ), or that there is none (M31).',
  stream: (body) => streamOf.document(body.queryId),
  subject: () => undefined,
  example,
})
export class DebtToldV1 {
  @IdText()
  readonly queryId: string;

  @InstantText()
  readonly answeredAt: string;

  @ListOf(() => DebtRow, { max: 200, min: 0 })
  readonly rows: readonly DebtRow[];
}
