import { type DongText, dongText } from '@lienthong/kernel';
import {
  DateText,
  DongAmount,
  DossierCode,
  Message,
  OneOf,
  Personal,
  PersonalNumber,
  Text,
  Whole,
} from '@lienthong/envelope';
import { exampleDossierCode, exampleDueDate, exampleIncomeTax, exampleSeller } from '../parts/clean-transfer.example';
import { BUDGET_SUB_ITEM } from '../patterns';

const example: LateInterestChargedV1 = {
  dossierCode: exampleDossierCode,
  payableItemId: '04057999999900003',
  latePayableItemId: exampleIncomeTax.payableItemId,
  noticeNumber: exampleIncomeTax.noticeNumber,
  payer: 'seller',
  payerNumber: exampleSeller.personalIdentificationNumber,
  lateAmountDong: exampleIncomeTax.amountDong,
  dueDate: exampleDueDate,
  paidOn: '2026-09-14',
  lateDays: 10,
  amountDong: dongText(48_000n),
  budgetSubItem: '4917',
};

/** F18: tiền chậm nộp as a payable item of its own; its days end at the payer's debit, never at the booking. */
@Message({
  owner: 'tax',
  name: 'late-interest-charged',
  version: 1,
  summary: 'A payable item was paid late: the late interest (tiền chậm nộp) is a payable item of its own (F18).',
  example,
})
export class LateInterestChargedV1 {
  @DossierCode()
  readonly dossierCode: string;

  /** The item by which the interest is paid. */
  @Text({ max: 32 })
  readonly payableItemId: string;

  /** The item that was paid late. */
  @Text({ max: 32 })
  readonly latePayableItemId: string;

  @Text({ max: 60 })
  readonly noticeNumber: string;

  @OneOf(['seller', 'buyer'] as const)
  readonly payer: 'seller' | 'buyer';

  @Personal()
  @PersonalNumber()
  readonly payerNumber: string;

  @DongAmount()
  readonly lateAmountDong: DongText;

  @DateText()
  readonly dueDate: string;

  /** Day of the debit by which it was paid in full. */
  @DateText()
  readonly paidOn: string;

  @Whole({ min: 1, max: 36_600 })
  readonly lateDays: number;

  @DongAmount()
  readonly amountDong: DongText;

  @Text({ max: 4, pattern: BUDGET_SUB_ITEM })
  readonly budgetSubItem: string;
}
