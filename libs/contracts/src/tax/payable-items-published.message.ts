import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, Message, Personal, PersonalNumber, streamOf, Text } from '@lienthong/envelope';
import { exampleCollection, exampleDueDate, exampleIncomeTax, exampleSeller } from '../parts/clean-transfer.example';
import { AREA_CODE, BUDGET_CHAPTER, BUDGET_SUB_ITEM, TAX_OFFICE_CODE, TREASURY_CODE } from '../patterns';

const example: PayableItemPublishedV1 = {
  payableItemId: exampleIncomeTax.payableItemId,
  noticeNumber: exampleIncomeTax.noticeNumber,
  payerNumber: exampleSeller.personalIdentificationNumber,
  amountDong: exampleIncomeTax.amountDong,
  dueDate: exampleDueDate,
  budgetSubItem: exampleIncomeTax.budgetSubItem,
  budgetChapter: exampleIncomeTax.budgetChapter,
  taxOfficeCode: exampleCollection.taxOfficeCode,
  treasuryCode: exampleCollection.treasuryCode,
  areaCode: exampleCollection.areaCode,
};

/** M31 as a push: what banks and treasury need to check a payment (TT 89/2026 Đ93), and no party's data beyond that; no dossier. */
@Message({
  owner: 'tax',
  name: 'payable-items-published',
  version: 1,
  summary:
    'The tax office publishes a payable item (khoản phải nộp) so that id, amount and payer can be checked (M31).',
  stream: (body) => streamOf.document(body.payableItemId),
  subject: () => undefined,
  example,
})
export class PayableItemPublishedV1 {
  /** ID khoản phải nộp: opaque text, never parsed. */
  @Text({ max: 32 })
  readonly payableItemId: string;

  @Text({ max: 60 })
  readonly noticeNumber: string;

  @Personal()
  @PersonalNumber()
  readonly payerNumber: string;

  @DongAmount()
  readonly amountDong: DongText;

  @DateText()
  readonly dueDate: string;

  @Text({ max: 4, pattern: BUDGET_SUB_ITEM })
  readonly budgetSubItem: string;

  @Text({ max: 3, pattern: BUDGET_CHAPTER })
  readonly budgetChapter: string;

  @Text({ max: 7, pattern: TAX_OFFICE_CODE })
  readonly taxOfficeCode: string;

  @Text({ max: 4, pattern: TREASURY_CODE })
  readonly treasuryCode: string;

  @Text({ max: 5, pattern: AREA_CODE })
  readonly areaCode: string;
}
