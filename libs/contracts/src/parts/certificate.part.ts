import { DateText, Optional, Text } from '@lienthong/envelope';

/** The land certificate (giấy chứng nhận): serial (số phát hành) and register number (số vào sổ). */
export class Certificate {
  @Text({ max: 20 })
  readonly serial: string;

  @Optional()
  @Text({ max: 30 })
  readonly registerNumber?: string;

  @DateText()
  readonly issuedOn: string;
}
