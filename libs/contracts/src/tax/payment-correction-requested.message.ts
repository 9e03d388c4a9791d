import { DateText, IdText, ListOf, Message, OneOf, Optional, streamOf, Text } from '@lienthong/envelope';
import { exampleCollection, exampleIncomeTax, exampleIssuedOn } from '../parts/clean-transfer.example';
import { CorrectedLine } from '../parts/corrected-line.part';
import { PAYMENT_REFERENCE, TAX_OFFICE_CODE } from '../patterns';

const example: PaymentCorrectionRequestedV1 = {
  investigationId: '019fc562-94c0-7000-8000-000000000003',
  reference: exampleIncomeTax.reference,
  requestedOn: exampleIssuedOn,
  answerBy: '2026-08-05',
  finding: 'wrong',
  lines: [
    {
      lineNumber: 1,
      payableItemId: exampleIncomeTax.payableItemId,
      budgetSubItem: exampleIncomeTax.budgetSubItem,
      budgetChapter: exampleIncomeTax.budgetChapter,
    },
  ],
  taxOfficeCode: exampleCollection.taxOfficeCode,
  explanation: 'Người nộp ghi nhầm tiểu mục trên giấy nộp tiền.',
};

/** M46 as C1-07a/b: what the voucher should have said, or that it was right. There is no field for a total or a currency. */
@Message({
  owner: 'tax',
  name: 'payment-correction-requested',
  version: 1,
  summary: 'The tax office tells the treasury what a voucher should have said (đề nghị điều chỉnh, C1-07/NS) (M46).',
  stream: (body) => streamOf.voucher(body.reference),
  subject: () => undefined,
  example,
})
export class PaymentCorrectionRequestedV1 {
  /** The treasury's investigation that is answered, or one that the tax office opens hereby. */
  @IdText()
  readonly investigationId: string;

  @Text({ max: 20, pattern: PAYMENT_REFERENCE })
  readonly reference: string;

  @DateText()
  readonly requestedOn: string;

  /** Day by which the treasury answers (T25, two working days). */
  @DateText()
  readonly answerBy: string;

  /** `right`: what was stated first stands. */
  @OneOf(['wrong', 'right'])
  readonly finding: 'wrong' | 'right';

  @Optional()
  @ListOf(() => CorrectedLine, { max: 50 })
  readonly lines?: readonly CorrectedLine[];

  @Text({ max: 7, pattern: TAX_OFFICE_CODE })
  readonly taxOfficeCode: string;

  @Text({ max: 500 })
  readonly explanation: string;
}
