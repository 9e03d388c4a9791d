import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, ListOf, OneOf, Optional, Part, Text } from '@lienthong/envelope';
import { NoticeAmendment } from './notice-amendment.part';
import { NoticeRow } from './notice-row.part';
import type { NoticedRevenue } from './noticed-revenues.data';

/** A payment notice (thông báo nộp tiền) of one kind of revenue; its printed due date (hạn nộp) is never computed again. */
export class PaymentNotice {
  /** Số thông báo: opaque text, may hold slashes. */
  @Text({ max: 60 })
  readonly number: string;

  /** Form (mẫu): 03/TB-BĐS-TNCN or 01/TB-LPTB. */
  @Text({ max: 30 })
  readonly form: string;

  /** Version 1 names the first two. */
  @OneOf(['personal-income-tax', 'registration-fee'] as const)
  readonly kind: NoticedRevenue;

  @DateText()
  readonly issuedOn: string;

  @DateText()
  readonly dueDate: string;

  @ListOf(() => NoticeRow, { max: 50 })
  readonly rows: readonly NoticeRow[];

  /** Base (giá tính thuế, giá tính lệ phí) from which the rows were computed. */
  @DongAmount()
  readonly baseDong: DongText;

  /** Present on an amended notice: what it replaces (M22). */
  @Optional()
  @Part(() => NoticeAmendment)
  readonly amends?: NoticeAmendment;
}
