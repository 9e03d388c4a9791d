import type { DongText } from '@lienthong/kernel';
import { DongAmount, OneOf, Text } from '@lienthong/envelope';

/** What an amended notice (thông báo điều chỉnh) replaces and by how much it differs (M22, F6). */
export class NoticeAmendment {
  /** Number of the notice that is replaced; it stays as it was issued. */
  @Text({ max: 60 })
  readonly replaces: string;

  /** The paper for which it was amended: a slip, a return, a decision. */
  @Text({ max: 100 })
  readonly document: string;

  @OneOf(['raised', 'lowered', 'unchanged'] as const)
  readonly change: 'raised' | 'lowered' | 'unchanged';

  @DongAmount()
  readonly differenceDong: DongText;
}
