import { DateText, OneOf, Optional, Personal, PersonalNumber, ShareText, Text } from '@lienthong/envelope';
import { PHONE } from '../patterns';

/** An individual on one side of a transfer (bên chuyển, bên nhận) with the share held or taken (tỷ lệ sở hữu). */
export class Party {
  @Personal()
  @Text({ max: 120 })
  readonly name: string;

  /** Số định danh cá nhân, twelve digits. */
  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber: string;

  @Personal()
  @DateText()
  readonly birthDate: string;

  @Personal()
  @OneOf(['male', 'female'] as const)
  readonly sex: 'male' | 'female';

  /** Share of this side, `1/2`; the shares of a side add up to exactly one (R1). */
  @ShareText()
  readonly share: string;

  @Optional()
  @Personal()
  @Text({ max: 20, pattern: PHONE })
  readonly phone?: string;
}
