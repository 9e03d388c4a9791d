import { PriceRow } from '@lienthong/contracts';
import {
  DateText,
  DecimalText,
  DongAmount,
  Flag,
  ListOf,
  OneOf,
  Optional,
  Personal,
  ShareText,
  Text,
  Whole,
} from '@lienthong/envelope';

const PARCEL = 60;

/** A person of one side; shares are stated for all of a side or for none. */
export class HolderRequest {
  /** How claims name this person: the identification number, or any name that is unique here. */
  @Personal()
  @Text({ max: 20 })
  readonly number: string;

  @Optional()
  @ShareText()
  readonly share?: string;

  @Optional()
  @Flag()
  readonly resident?: boolean;
}

/** Land of one purpose in one parcel, with its dated prices. */
export class LandRequest {
  @Text({ max: PARCEL })
  readonly parcel: string;

  @Text({ max: 3, pattern: '^[A-Z]{3}$' })
  readonly purpose: string;

  @DecimalText({ scale: 2 })
  readonly areaSquareMetres: string;

  @ListOf(() => PriceRow, { max: 20 })
  readonly priceRows: readonly PriceRow[];

  /** Hệ số phân bổ of an apartment's land. */
  @Optional()
  @DecimalText({ scale: 4 })
  readonly allocationCoefficient?: string;

  /** Years of a lease that is paid at once. */
  @Optional()
  @Whole({ min: 1, max: 99 })
  readonly leaseYears?: number;
}

/** A dated price of one square metre of new building. */
export class BuildingPriceRequest {
  @DateText()
  readonly from: string;

  @Optional()
  @DateText()
  readonly to?: string;

  @DongAmount()
  readonly pricePerSquareMetreDong: string;

  @OneOf(['province', 'ministry'] as const)
  readonly basis: 'province' | 'ministry';
}

export class BuildingRequest {
  @Text({ max: PARCEL })
  readonly parcel: string;

  @DecimalText({ scale: 2 })
  readonly floorAreaSquareMetres: string;

  @ListOf(() => BuildingPriceRequest, { max: 20 })
  readonly priceRows: readonly BuildingPriceRequest[];

  @Whole({ min: 0, max: 100 })
  readonly qualityPercent: number;

  /** Part of the capital that was contributed to a future building. */
  @Optional()
  @ShareText()
  readonly contributed?: string;
}

export class PriceRequest {
  @DongAmount()
  readonly totalDong: string;

  @Optional()
  @DongAmount()
  readonly landDong?: string;

  @Optional()
  @DongAmount()
  readonly buildingDong?: string;

  /** Price of an auction or tender, or of a State house sold to its tenant. */
  @Optional()
  @Flag()
  readonly decisive?: boolean;
}
