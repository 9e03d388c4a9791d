import { ListOfText } from '@lienthong/envelope';

export class RequestScansRequest {
  /** `contract`, `certificate`. */
  @ListOfText({ max: 10, maxLength: 40, pattern: '^[a-z][a-z-]*$' })
  readonly papers: readonly string[];
}
