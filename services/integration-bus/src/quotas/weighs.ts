import { SetMetadata } from '@nestjs/common';

/** How many requests one counts for, or that it brings a message. */
export type Weight = number | 'message';

export const WEIGHT = 'lienthong:weight';
/** A request that reads or writes a few rows. */
export const USUAL_WEIGHT = 1;

/** What a request to this endpoint counts for, where it is not the usual; `MemberGuard` takes it of the member's quotas. */
export function Weighs(weight: Weight): MethodDecorator {
  return SetMetadata(WEIGHT, weight);
}
