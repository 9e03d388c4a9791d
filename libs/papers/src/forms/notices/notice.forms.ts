import type { LocalDate } from '@lienthong/kernel';
import { formInForce } from '../../layout/form-in-force.rules';
import type { PaperForm } from '../../layout/form-language.rules';
import { incomeTaxNotice2026, incomeTaxNoticeBefore2026 } from './income-tax-notice.data';
import { landUseFeeNotice } from './land-use-fee-notice.data';
import { noticeWithdrawal } from './notice-withdrawal.data';
import type { NoticeSheet, NoticeWithdrawalSheet } from './notice.sheet.state';
import { registrationFeeNotice2026, registrationFeeNoticeBefore2026 } from './registration-fee-notice.data';

const notices: readonly PaperForm<NoticeSheet>[] = [
  incomeTaxNotice2026,
  incomeTaxNoticeBefore2026,
  registrationFeeNotice2026,
  registrationFeeNoticeBefore2026,
  landUseFeeNotice,
];

/** The form by the number that the notice itself names, as it was on the day of issue. @throws papers.NO_FORM */
export function noticeForm(form: string, issuedOn: LocalDate): PaperForm<NoticeSheet> {
  const ofNumber = notices.filter(({ number }) => number === form);
  return formInForce(`notice ${form}`, ofNumber, issuedOn);
}

/** @throws papers.NO_FORM */
export function noticeWithdrawalForm(issuedOn: LocalDate): PaperForm<NoticeWithdrawalSheet> {
  return formInForce('notice-withdrawal', [noticeWithdrawal], issuedOn);
}
