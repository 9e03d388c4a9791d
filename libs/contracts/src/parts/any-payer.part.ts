import { isPersonalNumber } from '@lienthong/kernel';
import { ListOf, OneOf, Optional, Personal, Text } from '@lienthong/envelope';
import { DeferredItem } from './deferred-item.part';
import { Exemption } from './exemption.part';
import { IssuedCertificate } from './issued-certificate.part';
import { NoticeRow } from './notice-row.part';
import { isOfFirstVersion } from './notice-versions';
import { NOTICED_REVENUES, type NoticedRevenue } from './noticed-revenues.data';
import { OverdueItem } from './overdue-item.part';
import { PaymentNotice } from './payment-notice.part';
import { TaxResult } from './tax-result.part';
import { VoucherPayer } from './voucher-payer.part';

/** Whatever a payer is identified by (R7, L §2.6.2): personal identification number, tax code, or number of another paper. */
export function PayerNumber(): PropertyDecorator {
  return (prototype, property) => {
    Personal()(prototype, property);
    Text({ max: 30 })(prototype, property);
  };
}

/** The version that any recipient has always understood where it can be said in it, else the one that takes any payer. */
export function versionForPayers<M>(payerNumbers: readonly string[], first: M, anyPayer: M): M {
  return payerNumbers.every(isPersonalNumber) ? first : anyPayer;
}

/** The same for notices and results, which only the second version may be about a land-use fee. */
export function versionForNotices<M>(
  {
    payerNumbers,
    told,
  }: { readonly payerNumbers: readonly string[]; readonly told: readonly { readonly kind: NoticedRevenue }[] },
  first: M,
  second: M,
): M {
  return told.every(isOfFirstVersion) ? versionForPayers(payerNumbers, first, second) : second;
}

/** Row of a payment notice of any payer. */
export class NoticeRowV2 extends NoticeRow {
  @PayerNumber()
  override readonly payerNumber: string;
}

/** Payment notice whose rows may be of any payer; of a land-use fee too, whose rows are its instalments (W15). */
export class PaymentNoticeV2 extends PaymentNotice {
  @OneOf(NOTICED_REVENUES)
  override readonly kind: NoticedRevenue;

  @ListOf(() => NoticeRowV2, { max: 50 })
  override readonly rows: readonly NoticeRowV2[];
}

/** Exemption of any payer. */
export class ExemptionV2 extends Exemption {
  @PayerNumber()
  override readonly payerNumber: string;
}

/** What any party has to pay, of a land-use fee too: one for each instalment. */
export class TaxResultV2 extends TaxResult {
  @OneOf(NOTICED_REVENUES)
  override readonly kind: NoticedRevenue;

  @PayerNumber()
  override readonly payerNumber: string;
}

/** Deferred item of any payer. */
export class DeferredItemV2 extends DeferredItem {
  @PayerNumber()
  override readonly payerNumber: string;
}

/** Overdue item of any payer. */
export class OverdueItemV2 extends OverdueItem {
  @PayerNumber()
  override readonly payerNumber: string;
}

/** Any payer of a budget payment voucher. */
export class VoucherPayerV2 extends VoucherPayer {
  @PayerNumber()
  override readonly number: string;
}

/** Certificate with the debts of any payer noted on it. */
export class IssuedCertificateV2 extends IssuedCertificate {
  @Optional()
  @ListOf(() => DeferredItemV2, { max: 200 })
  override readonly deferredItems?: readonly DeferredItemV2[];
}
