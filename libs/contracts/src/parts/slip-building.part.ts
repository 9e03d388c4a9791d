import type { DongText } from '@lienthong/kernel';
import {
  DateText,
  DecimalText,
  DongAmount,
  ListOf,
  OneOf,
  Optional,
  ShareText,
  Text,
  Whole,
} from '@lienthong/envelope';
import { COMMUNE_CODE } from '../patterns';

/** A dated price of one square metre of new building: of the province, or by the norms of the ministry. */
export class BuildingPrice {
  @DateText()
  readonly from: string;

  @Optional()
  @DateText()
  readonly to?: string;

  @DongAmount()
  readonly pricePerSquareMetreDong: DongText;

  @OneOf(['province', 'ministry'] as const)
  readonly basis: 'province' | 'ministry';
}

/** A house or other building on a parcel of the slip (nhà, tài sản gắn liền với đất). */
export class SlipBuilding {
  @Text({ max: 5, pattern: COMMUNE_CODE })
  readonly communeCode: string;

  @Text({ max: 20 })
  readonly mapSheet: string;

  @Text({ max: 20 })
  readonly parcelNumber: string;

  /** Loại nhà, công trình. */
  @Text({ max: 120 })
  readonly kind: string;

  /** Cấp, hạng. */
  @Optional()
  @Text({ max: 40 })
  readonly grade?: string;

  @Optional()
  @Whole({ min: 1, max: 200 })
  readonly floors?: number;

  @Optional()
  @DecimalText({ scale: 2 })
  readonly builtAreaSquareMetres?: string;

  @DecimalText({ scale: 2 })
  readonly floorAreaSquareMetres: string;

  @Optional()
  @Whole({ min: 1800, max: 2200 })
  readonly completedYear?: number;

  /** Tỷ lệ chất lượng còn lại. */
  @Whole({ min: 0, max: 100 })
  readonly qualityPercent: number;

  @ListOf(() => BuildingPrice, { max: 20 })
  readonly priceRows: readonly BuildingPrice[];

  /** Part of the capital that was contributed to a building to be formed in future. */
  @Optional()
  @ShareText()
  readonly contributed?: string;
}
