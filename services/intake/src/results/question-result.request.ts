import { Text } from '@lienthong/envelope';

export class QuestionResultRequest {
  /** What is wrong with the result papers. */
  @Text({ max: 1000 })
  readonly reason: string;
}
