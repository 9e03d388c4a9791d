import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, ListOf, OneOf, Optional, Part, Text } from '@lienthong/envelope';
import { NoticeAmendment } from './notice-amendment.part';
import { NoticeRow } from './notice-row.part';
import { NOTICED_REVENUES, type NoticedRevenue } from './noticed-revenues.data';

/** A payment notice as version 2 of its messages has it: of a land-use fee too, whose rows are its instalments (W15). */
export class PaymentNoticeV2 {
  /** Số thông báo: opaque text, may hold slashes. */
  @Text({ max: 60 })
  readonly number: string;

  /** Form (mẫu): 03/TB-BĐS-TNCN, 01/TB-LPTB, of a land-use fee 01/TB-TSDĐ. */
  @Text({ max: 30 })
  readonly form: string;

  @OneOf(NOTICED_REVENUES)
  readonly kind: NoticedRevenue;

  @DateText()
  readonly issuedOn: string;

  @DateText()
  readonly dueDate: string;

  @ListOf(() => NoticeRow, { max: 50 })
  readonly rows: readonly NoticeRow[];

  /** Base (giá tính thuế, giá tính lệ phí, giá trị tính tiền sử dụng đất) from which the rows were computed. */
  @DongAmount()
  readonly baseDong: DongText;

  /** Present on an amended notice: what it replaces (M22). */
  @Optional()
  @Part(() => NoticeAmendment)
  readonly amends?: NoticeAmendment;
}
