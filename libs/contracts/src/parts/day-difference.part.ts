import type { DongText } from '@lienthong/kernel';
import { DongAmount, OneOf, Optional, Text } from '@lienthong/envelope';
import { PAYMENT_REFERENCE } from '../patterns';

/** One line of the difference file: thừa (`excess`, only told), thiếu (`missing`, only in the books), lệch (`differs`). */
export class DayDifference {
  @Text({ max: 20, pattern: PAYMENT_REFERENCE })
  readonly reference: string;

  @OneOf(['excess', 'missing', 'differs'])
  readonly difference: 'excess' | 'missing' | 'differs';

  @Optional()
  @DongAmount()
  readonly toldDong?: DongText;

  @Optional()
  @DongAmount()
  readonly bookedDong?: DongText;
}
