import type { LocalDate } from '@lienthong/kernel';
import { formInForce } from '../../layout/form-in-force.rules';
import type { PaperForm } from '../../layout/form-language.rules';
import type { PaymentVoucherSheet, RevenueConfirmationSheet } from './money.sheet.state';
import { voucherBefore2020, voucherOf2020, voucherWithPayableItem } from './payment-voucher.data';
import { revenueConfirmation } from './revenue-confirmation.data';

/** C1-02/NS as it was on the day of the debit. @throws papers.NO_FORM */
export function paymentVoucherForm(on: LocalDate): PaperForm<PaymentVoucherSheet> {
  return formInForce('payment-voucher', [voucherWithPayableItem, voucherOf2020, voucherBefore2020], on);
}

/** @throws papers.NO_FORM */
export function revenueConfirmationForm(on: LocalDate): PaperForm<RevenueConfirmationSheet> {
  return formInForce('revenue-confirmation', [revenueConfirmation], on);
}
