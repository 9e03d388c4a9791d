import { Text } from '@lienthong/envelope';

/** A required document that is missing or wrong, and what is wrong with it (giấy tờ phải bổ sung). */
export class WantedPaper {
  @Text({ max: 60, pattern: '^[a-z]+(-[a-z]+)*$' })
  readonly kind: string;

  @Text({ max: 200 })
  readonly name: string;

  @Text({ max: 500 })
  readonly reason: string;
}
