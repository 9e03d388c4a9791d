import { tracked } from '@lienthong/service-host';
import { ordersInForce } from './block-orders/block-order.rules';
import { ParcelEntity } from './parcels/parcel.entity';
import { PricePositionEntity } from './prices/price-position.entity';

/** A parcel is looked up as `<commune>|<map sheet>|<parcel number>`: who entered, blocked, held or conveyed it. */
const parcels = tracked<ParcelEntity>({
  kind: 'parcel',
  row: ParcelEntity,
  key: ({ key }) => key,
  office: ({ entered }) => entered?.office ?? '',
  subject: ({ key }) => key,
  state: (parcel) => {
    if (ordersInForce(parcel).length > 0) return 'blocked';
    return parcel.heldBy === undefined ? 'free' : 'held';
  },
  rules: (parcel) => ordersInForce(parcel).map(({ kind, documentNumber }) => `R5 ${kind} ${documentNumber}`),
});

/** Rows of the price table, looked up by `<commune>|<purpose>|<position>`. */
const prices = tracked<PricePositionEntity>({
  kind: 'price-position',
  row: PricePositionEntity,
  key: ({ key }) => key,
  office: ({ entries }) => entries?.at(-1)?.office ?? '',
  subject: ({ key }) => key,
  state: () => 'entered',
  rules: ({ rows }) => rows.map(({ from, decision }) => `${decision} from ${from}`),
});

/** The office's records: nobody waits for them, and everybody who changed them is named. */
export const recordTracks = [parcels, prices];
