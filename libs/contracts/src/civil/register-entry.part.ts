import { DateText, Text, Whole } from '@lienthong/envelope';
import { COMMUNE_CODE } from '../patterns';

/** Where an act stands in the register of a commune (số đăng ký, quyển, trang). */
export class RegisterEntry {
  @Text({ max: 30 })
  readonly registrationNumber: string;

  @Text({ max: 30 })
  readonly book: string;

  @Whole({ min: 1, max: 100_000 })
  readonly page: number;

  @DateText()
  readonly registeredOn: string;

  @Text({ max: 5, pattern: COMMUNE_CODE })
  readonly communeCode: string;

  /** The office, under its name of that day. */
  @Text({ max: 200 })
  readonly registeredBy: string;
}
