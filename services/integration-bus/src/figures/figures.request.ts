import { DateText, MemberCode, Optional } from '@lienthong/envelope';
import type { LocalDate } from '@lienthong/kernel';

/** Days in Vietnam; the last one is today if it is not named, the first one is the last one. */
export class FiguresRequest {
  @Optional() @DateText() readonly from?: LocalDate;
  @Optional() @DateText() readonly to?: LocalDate;
  @Optional() @MemberCode() readonly member?: string;
}
