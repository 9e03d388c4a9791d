import { Text } from '@lienthong/envelope';

export class ExtendTimeRequest {
  /** What the procedure calls it, such as `looked-into`. */
  @Text({ max: 40, pattern: '^[a-z]+(-[a-z]+)*$' })
  readonly extension: string;

  /** Told to the citizen with the new appointment. */
  @Text({ max: 250 })
  readonly reason: string;
}
