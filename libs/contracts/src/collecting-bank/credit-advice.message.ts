import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, InstantText, ListOf, Message, Optional, streamOf, Text } from '@lienthong/envelope';
import { exampleCollection, exampleIncomeTax, exampleIssuedOn } from '../parts/clean-transfer.example';
import { CreditedLine } from '../parts/credited-line.part';
import { BANK_CODE, PAYMENT_REFERENCE, TAX_OFFICE_CODE, TREASURY_CODE } from '../patterns';

const example: CreditAdviceV1 = {
  reference: exampleIncomeTax.reference,
  debitDate: exampleIssuedOn,
  advisedAt: '2026-08-03T11:05:00+07:00',
  totalDong: exampleIncomeTax.amountDong,
  lines: [{ payableItemId: exampleIncomeTax.payableItemId, amountDong: exampleIncomeTax.amountDong }],
  bankCode: '99999001',
  treasuryCode: exampleCollection.treasuryCode,
};

/** M35 BaoCo: without it the treasury books nothing. */
@Message({
  owner: 'collecting-bank',
  name: 'credit-advice',
  version: 1,
  summary: 'The money of a voucher has been credited to the treasury account (báo có) (M35).',
  stream: (body) => streamOf.voucher(body.reference),
  subject: () => undefined,
  example,
})
export class CreditAdviceV1 {
  /** Số tham chiếu of the voucher. */
  @Text({ max: 20, pattern: PAYMENT_REFERENCE })
  readonly reference: string;

  @DateText()
  readonly debitDate: string;

  @InstantText()
  readonly advisedAt: string;

  @DongAmount()
  readonly totalDong: DongText;

  @ListOf(() => CreditedLine, { max: 50 })
  readonly lines: readonly CreditedLine[];

  /** Mã ngân hàng, eight digits. */
  @Text({ max: 8, pattern: BANK_CODE })
  readonly bankCode: string;

  @Text({ max: 4, pattern: TREASURY_CODE })
  readonly treasuryCode: string;

  /** Collecting authority as the voucher states it. */
  @Optional()
  @Text({ max: 7, pattern: TAX_OFFICE_CODE })
  readonly taxOfficeCode?: string;
}
