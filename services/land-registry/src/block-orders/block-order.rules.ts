import type { AppError } from '@lienthong/kernel';
import { landErrors } from '../land-registry.errors';
import { type Parcel, parcelName } from '../parcels/parcel.state';
import type { BlockKind, BlockOrder } from './block-order.state';

/** How officers and citizens read a kind. */
const names: Readonly<Record<BlockKind, string>> = {
  dispute: 'đang có tranh chấp',
  'court-order': 'bị Tòa án áp dụng biện pháp ngăn chặn',
  distraint: 'bị kê biên để thi hành án',
};

/** Orders that are in force: no consent helps against them, they have to be lifted (R5). */
export function ordersInForce({ blockOrders = [] }: Parcel): readonly BlockOrder[] {
  return blockOrders.filter(({ lifted }) => lifted === undefined);
}

/** The refusal that names one order. */
export function blockedBy(parcel: Parcel, { kind, documentNumber, issuedBy }: BlockOrder): AppError {
  const facts = { parcel: parcelName(parcel), kind: names[kind], documentNumber, issuedBy };
  return landErrors.PARCEL_BLOCKED(facts);
}

/** Nothing is signed for a parcel while an order is in force (R5). @throws land-registry.PARCEL_BLOCKED */
export function requireUnblocked(parcel: Parcel): void {
  const [order] = ordersInForce(parcel);
  if (order) throw blockedBy(parcel, order);
}

/** Enters an order; the same document twice is the same order. @throws land-registry.BLOCK_ORDER_KNOWN */
export function block(parcel: Parcel, order: BlockOrder): Parcel {
  const { blockOrders = [] } = parcel;
  const { documentNumber } = order;
  if (blockOrders.some((known) => known.documentNumber === documentNumber)) {
    throw landErrors.BLOCK_ORDER_KNOWN({ parcel: parcelName(parcel), documentNumber });
  }
  return { ...parcel, blockOrders: [...blockOrders, order] };
}

/** Lifts an order by the document that says so. @throws land-registry.BLOCK_ORDER_UNKNOWN */
export function lift(parcel: Parcel, documentNumber: string, lifted: NonNullable<BlockOrder['lifted']>): Parcel {
  const order = ordersInForce(parcel).find((known) => known.documentNumber === documentNumber);
  if (!order) throw landErrors.BLOCK_ORDER_UNKNOWN({ parcel: parcelName(parcel), documentNumber });
  const { blockOrders = [] } = parcel;
  return { ...parcel, blockOrders: blockOrders.map((known) => (known === order ? { ...known, lifted } : known)) };
}
