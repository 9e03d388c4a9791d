import { Text } from '@lienthong/envelope';

/** One fault of a returned slip: the rule it broke (R1 … R11, F3, F27) and what is wrong, for the officer. */
export class SlipFault {
  @Text({ max: 20 })
  readonly rule: string;

  @Text({ max: 1000 })
  readonly text: string;
}
