import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, Optional, Personal, Text } from '@lienthong/envelope';
import { MORTGAGEE_NUMBER } from '../patterns';

/** The mortgage (thế chấp) that is to be registered: its contract, and the mortgagee (bên nhận thế chấp). */
export class Mortgage {
  /** A credit institution or a person. */
  @Personal()
  @Text({ max: 200 })
  readonly mortgageeName: string;

  /** Mã số thuế of an organisation, or personal identification number. */
  @Personal()
  @Text({ max: 14, pattern: MORTGAGEE_NUMBER })
  readonly mortgageeNumber: string;

  @Text({ max: 50 })
  readonly contractNumber: string;

  @DateText()
  readonly contractDate: string;

  /** Secured amount (nghĩa vụ được bảo đảm), where the contract states one. */
  @Optional()
  @DongAmount()
  readonly securedDong?: DongText;
}
