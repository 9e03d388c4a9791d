import { Text } from '@lienthong/envelope';

/** Why the registrar does what he does; it stands in the written notice. */
export class ReasonRequest {
  @Text({ max: 1000 })
  readonly reason: string;
}
