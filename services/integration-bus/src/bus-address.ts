import type { Address } from '@lienthong/envelope';

export const BUS_MEMBER = 'integration-bus';

/** Where the bus's own messages come from, and where acknowledgements are sent. */
export const BUS_ADDRESS: Address = { member: BUS_MEMBER, office: 'centre' };

/** The part of a member that reads protocol messages; it has no work list, so no office is named. */
export function protocolAddressOf(member: string): Address {
  return { member, office: 'system' };
}
