import { DateText, DecimalText, Flag, ListOf, Optional, Part, Text } from '@lienthong/envelope';
import { LAND_ORIGIN, LAND_PURPOSE } from '../patterns';
import { PriceRow } from './price-row.part';
import { SlipParcel } from './slip-parcel.part';

/** Land of one purpose in a parcel (mục đích sử dụng): area, term, origin; the areas of a parcel add up to its own (R2). */
export class SlipPurpose {
  @Text({ max: 3, pattern: LAND_PURPOSE })
  readonly purpose: string;

  @DecimalText({ scale: 2 })
  readonly areaSquareMetres: string;

  /** Last day of the term (thời hạn); absent where the use is long-term. */
  @Optional()
  @DateText()
  readonly until?: string;

  /** Nguồn gốc sử dụng đất: `CNQ-CTT`, `DG-KTT` … */
  @Optional()
  @Text({ max: 10, pattern: LAND_ORIGIN })
  readonly origin?: string;

  /** Its own dated rows of the price table; absent: those of the parcel. */
  @Optional()
  @ListOf(() => PriceRow, { max: 20 })
  readonly priceRows?: readonly PriceRow[];
}

/** As what the land was used until now (mục đích trước khi chuyển), and at which price: a land-use fee is paid for the difference. */
export class FormerUse {
  @Text({ max: 3, pattern: LAND_PURPOSE })
  readonly purpose: string;

  @Text({ max: 120 })
  readonly position: string;

  @ListOf(() => PriceRow, { max: 20 })
  readonly priceRows: readonly PriceRow[];
}

/** A parcel with all that the paper slip asks for (part III). */
export class SlipLand extends SlipParcel {
  /** Mã định danh thửa đất. */
  @Optional()
  @Text({ max: 40 })
  readonly parcelId?: string;

  @Optional()
  @Text({ max: 300 })
  readonly address?: string;

  /** Tên đường. */
  @Optional()
  @Text({ max: 120 })
  readonly street?: string;

  /** Đoạn đường. */
  @Optional()
  @Text({ max: 200 })
  readonly section?: string;

  /** Vị trí of the price table: 1, 2, 3 … */
  @Optional()
  @Text({ max: 20 })
  readonly positionClass?: string;

  @Optional()
  @DecimalText({ scale: 4 })
  readonly positionCoefficient?: string;

  /** Hệ số phân bổ: land of an apartment. */
  @Optional()
  @DecimalText({ scale: 4 })
  readonly allocationCoefficient?: string;

  @Optional()
  @DecimalText({ scale: 2 })
  readonly privateAreaSquareMetres?: string;

  @Optional()
  @DecimalText({ scale: 2 })
  readonly sharedAreaSquareMetres?: string;

  @Optional()
  @ListOf(() => SlipPurpose, { max: 10 })
  readonly purposes?: readonly SlipPurpose[];

  /** Sử dụng lâu dài; else the last day of the term. */
  @Optional()
  @Flag()
  readonly longTerm?: boolean;

  @Optional()
  @DateText()
  readonly until?: string;

  @Optional()
  @Text({ max: 10, pattern: LAND_ORIGIN })
  readonly origin?: string;

  /** Of a change of purpose; the parcel's own purpose is the new one. */
  @Optional()
  @Part(() => FormerUse)
  readonly formerUse?: FormerUse;
}
