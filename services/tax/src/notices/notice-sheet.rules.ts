import type { NoticeSheet, NoticeWithdrawalSheet } from '@lienthong/papers';
import { budgetWords } from './budget-words.data';
import type { NoticeForm } from './notice-form.state';

/** The notice as its paper form has it; what the form as data does not say stays empty there. */
export function noticeSheet(form: NoticeForm, place: string): NoticeSheet {
  const { slipDate, slipNumber, dossierCode } = form.basis;
  return {
    ...form,
    place,
    assetKind: 'Đất',
    basis: { dossierCode, slipNumber, slipDate, senderName: form.copyTo },
    parcels: form.parcels.map(({ districtName: _none, ...parcel }) => parcel),
    payments: form.payments.map((row) => ({ ...row, ...contentOf(row.budgetSubItem) })),
  };
}

/** The paper of a withdrawal (M23); nothing for a notice that stands. */
export function withdrawalSheet(form: NoticeForm, place: string): NoticeWithdrawalSheet | undefined {
  const { issue, number, taxOffice, basis, payers, copyTo } = form;
  if (issue.kind !== 'withdrawn') return undefined;
  const { document, reason, on } = issue;
  return {
    issuedOn: on ?? form.issuedOn,
    place,
    taxOffice,
    dossierCode: basis.dossierCode,
    withdraws: { number, form: form.form, issuedOn: form.issuedOn },
    document,
    ...(reason !== undefined && { reason }),
    payers,
    copyTo,
  };
}

function contentOf(budgetSubItem: string): { readonly content?: string } {
  const content = budgetWords[budgetSubItem];
  return content === undefined ? {} : { content };
}
