import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, Flag, Text } from '@lienthong/envelope';

/** The notarised transfer contract (hợp đồng chuyển nhượng). */
export class Contract {
  @Text({ max: 50 })
  readonly number: string;

  @DateText()
  readonly effectiveDate: string;

  /** Total price (giá tổng), whole đồng. */
  @DongAmount()
  readonly totalDong: DongText;

  /** Bên mua nộp thay: the buyer pays the seller's tax, which moves the tax time point (NĐ 253/2026 Đ57 kh.5). */
  @Flag()
  readonly buyerPaysSellersTax: boolean;
}
