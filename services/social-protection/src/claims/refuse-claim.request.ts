import { Text } from '@lienthong/envelope';

/** Why the support is refused. */
export class RefuseClaimRequest {
  @Text({ max: 1000 })
  readonly reason: string;
}
