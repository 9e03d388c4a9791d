import { Text } from '@lienthong/envelope';
import { AREA_CODE, REVENUE_ACCOUNT, TAX_OFFICE_CODE, TREASURY_CODE } from '../patterns';

/** Where the money goes: revenue account, treasury office (SHKB), collecting authority (CQT) and area (ĐBHC). */
export class Collection {
  @Text({ max: 4, pattern: REVENUE_ACCOUNT })
  readonly account: string;

  @Text({ max: 4, pattern: TREASURY_CODE })
  readonly treasuryCode: string;

  @Text({ max: 7, pattern: TAX_OFFICE_CODE })
  readonly taxOfficeCode: string;

  @Text({ max: 5, pattern: AREA_CODE })
  readonly areaCode: string;
}
