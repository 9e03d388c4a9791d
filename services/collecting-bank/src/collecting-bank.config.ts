import { ServiceConfig } from '@lienthong/service-host';
import { Matches } from 'class-validator';

export class BankConfig extends ServiceConfig {
  /** Mã ngân hàng on credit advices (BANK_CODE); synthetic in the local run. */
  @Matches(/^[0-9]{8}$/)
  readonly bankCode: string = '99999001';

  /** First four characters of every reference: the unit that makes the vouchers (VOUCHER_UNIT); synthetic in the local run. */
  @Matches(/^[0-9A-Z]{4}$/)
  readonly voucherUnit: string = '9999';

  /** Last two digits of every reference: the kind of making (VOUCHER_KIND). */
  @Matches(/^[0-9]{2}$/)
  readonly voucherKind: string = '01';

  /** Last two digits of references of vouchers that a clerk keys in (COUNTER_VOUCHER_KIND); synthetic. */
  @Matches(/^[0-9]{2}$/)
  readonly counterVoucherKind: string = '02';

  /** What is debited later than this is not sent on the same day (TRANSFER_CUT_OFF); a reading, agreed with the treasury's bank. */
  @Matches(/^([01][0-9]|2[0-3]):[0-5][0-9]$/)
  readonly transferCutOff: string = '16:00';
}
