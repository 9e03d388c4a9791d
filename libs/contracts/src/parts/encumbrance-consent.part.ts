import { DateText, Text } from '@lienthong/envelope';

/** The written consent of whom an encumbrance of the parcel protects (văn bản đồng ý của bên nhận thế chấp) (R5). */
export class EncumbranceConsent {
  /** Register number of the encumbrance (số đăng ký của hạn chế). */
  @Text({ max: 30 })
  readonly registerNumber: string;

  @Text({ max: 60 })
  readonly documentNumber: string;

  @DateText()
  readonly signedOn: string;
}
