import { PayableItemPublishedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { Letter } from '../../stage/member-outbox';

/** Offices that the example's tax office speaks to. */
const OFFICES = { treasury: 'bien-hoa', 'collecting-bank': 'head-office' } as const;

/**
 * A payable item as the tax office publishes it; the item's id is its stream. Published again with the same facts it is
 * one more message of the same stream, which changes nothing.
 */
export function payableItem(itemId: string, member: keyof typeof OFFICES): Letter<PayableItemPublishedV1> {
  return {
    messageClass: PayableItemPublishedV1,
    body: { ...messageOf(PayableItemPublishedV1).example, payableItemId: itemId },
    fromOffice: 'bien-hoa',
    to: [{ member, office: OFFICES[member] }],
  };
}
