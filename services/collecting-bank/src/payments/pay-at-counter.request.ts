import { type DongText } from '@lienthong/kernel';
import { VoucherPayerV2 } from '@lienthong/contracts';
import { DongAmount, ListOf, OneOf, Optional, Part, Text } from '@lienthong/envelope';

/** A line as the paper voucher shows it. */
export class CounterLine {
  /** ID khoản phải nộp; on every line or on none. */
  @Optional()
  @Text({ max: 32 })
  readonly payableItemId?: string;

  @Optional()
  @Text({ max: 60 })
  readonly noticeNumber?: string;

  @DongAmount()
  readonly amountDong: DongText;

  @Text({ max: 4, pattern: '^[0-9]{4}$' })
  readonly budgetSubItem: string;

  @Text({ max: 3, pattern: '^[0-9]{3}$' })
  readonly budgetChapter: string;
}

export class PayAtCounterRequest {
  @OneOf(['paper', 'cash'])
  readonly channel: 'paper' | 'cash';

  @Optional()
  @Text({ max: 60 })
  readonly documentNumber?: string;

  @Part(() => VoucherPayerV2)
  readonly payer: VoucherPayerV2;

  @ListOf(() => CounterLine, { max: 50 })
  readonly lines: readonly CounterLine[];

  @Text({ max: 7, pattern: '^[0-9]{7}$' })
  readonly taxOfficeCode: string;

  @Text({ max: 4, pattern: '^[0-9]{4}$' })
  readonly treasuryCode: string;
}
