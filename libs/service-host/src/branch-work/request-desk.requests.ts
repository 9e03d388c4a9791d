import { ListOfText, Text } from '@lienthong/envelope';

/** What is missing, and why. */
export class WantSupplementRequest {
  @ListOfText({ max: 20, maxLength: 200 })
  readonly items: readonly string[];

  @Text({ max: 1000 })
  readonly reason: string;
}

/** Why it is refused. */
export class RefuseRequest {
  @Text({ max: 1000 })
  readonly reason: string;
}
