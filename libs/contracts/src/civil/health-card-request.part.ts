import { Personal, Text } from '@lienthong/envelope';
import { COMMUNE_CODE } from '../patterns';

/** Declaration for a health insurance card of a child under six, form TK1-TS. */
export class HealthCardRequest {
  @Text({ max: 5, pattern: COMMUNE_CODE })
  readonly communeCode: string;

  @Personal()
  @Text({ max: 300 })
  readonly address: string;

  @Personal()
  @Text({ max: 120 })
  readonly guardianName: string;

  /** Nơi đăng ký khám, chữa bệnh ban đầu. */
  @Text({ max: 120 })
  readonly firstCareHospital: string;
}
