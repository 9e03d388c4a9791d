import { Optional, Text } from '@lienthong/envelope';

/** One fault of a returned slip: the rule it broke (R1 … R11, F3, F27) and what is wrong, for the officer. */
export class SlipFault {
  @Text({ max: 20 })
  readonly rule: string;

  @Text({ max: 1000 })
  readonly text: string;

  /** Error code of the catalogue of whoever found it, `tax.SLIP_SIGNATURE_INVALID`. */
  @Optional()
  @Text({ max: 80, pattern: '^[a-z]+(-[a-z]+)*\\.[A-Z0-9_]+$' })
  readonly code?: string;
}
