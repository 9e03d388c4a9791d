import { LandParcel, PriceRow } from '@lienthong/contracts';
import { ListOf, Text } from '@lienthong/envelope';

/** A row of the price table with the place for which it holds. */
export class PriceRowRequest extends PriceRow {
  @Text({ max: 5, pattern: '^[0-9]{5}$' })
  readonly communeCode: LandParcel['communeCode'];

  @Text({ max: 3, pattern: '^[A-Z]{3}$' })
  readonly purpose: LandParcel['purpose'];

  @Text({ max: 120 })
  readonly position: LandParcel['position'];
}

export class RegisterPriceRowsRequest {
  @ListOf(() => PriceRowRequest, { max: 500 })
  readonly rows: readonly PriceRowRequest[];
}
