import { DateText, Text } from '@lienthong/envelope';

/** Which encumbrance of the parcel is to be removed (xóa đăng ký), and the paper on which that rests. */
export class EncumbranceRelease {
  /** Register number under which the mortgage, or the note of the deferred obligation, stands. */
  @Text({ max: 30 })
  readonly registerNumber: string;

  /** The mortgagee's agreement, or the proof of payment (chứng từ nộp tiền). */
  @Text({ max: 60 })
  readonly documentNumber: string;

  @DateText()
  readonly documentDate: string;
}
