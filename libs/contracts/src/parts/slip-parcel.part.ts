import { ListOf } from '@lienthong/envelope';
import { LandParcel } from './land-parcel.part';
import { PriceRow } from './price-row.part';

/** A parcel as the slip states it: with the dated price rows that the land office used (giaBang[], corrections row 3). */
export class SlipParcel extends LandParcel {
  @ListOf(() => PriceRow, { max: 20 })
  readonly priceRows: readonly PriceRow[];
}
