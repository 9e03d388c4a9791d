import { LandParcel, PriceRow } from '@lienthong/contracts';
import { ListOf, Text } from '@lienthong/envelope';

type Place = Pick<LandParcel, 'communeCode' | 'purpose' | 'position'>;

/** A row of the price table with the place it holds for. */
export class PriceRowRecord extends PriceRow implements Place {
  @Text({ max: 5, pattern: '^[0-9]{5}$' })
  readonly communeCode: string;

  @Text({ max: 3, pattern: '^[A-Z]{3}$' })
  readonly purpose: string;

  @Text({ max: 120 })
  readonly position: string;
}

export class RegisterPriceRowsRequest {
  @ListOf(() => PriceRowRecord, { max: 500 })
  readonly rows: readonly PriceRowRecord[];
}
