import { DecimalText, Text } from '@lienthong/envelope';
import { COMMUNE_CODE, LAND_PURPOSE } from '../patterns';

/** A parcel (thửa đất): commune, map sheet (số tờ), parcel number (số thửa), area, purpose and position of the price table. */
export class LandParcel {
  @Text({ max: 5, pattern: COMMUNE_CODE })
  readonly communeCode: string;

  /** Text, because old numbering may hold letters. */
  @Text({ max: 20 })
  readonly mapSheet: string;

  @Text({ max: 20 })
  readonly parcelNumber: string;

  @DecimalText({ scale: 2 })
  readonly areaSquareMetres: string;

  /** Mã loại đất: ODT, ONT, CLN … */
  @Text({ max: 3, pattern: LAND_PURPOSE })
  readonly purpose: string;

  /** Position (vị trí) that finds the row of the price table. */
  @Text({ max: 120 })
  readonly position: string;
}
