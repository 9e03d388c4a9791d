import { ListOfText, Text } from '@lienthong/envelope';

/** What CT05 says. */
export class WantSupplementRequest {
  @ListOfText({ max: 20, maxLength: 200 })
  readonly items: readonly string[];

  @Text({ max: 1000 })
  readonly reason: string;
}

/** What CT06 says. */
export class RefuseRequest {
  @Text({ max: 1000 })
  readonly reason: string;
}
