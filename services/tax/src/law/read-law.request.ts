import { DateText, Optional } from '@lienthong/envelope';

export class ReadLawRequest {
  /** Today when absent. */
  @Optional()
  @DateText()
  readonly on?: string;
}
