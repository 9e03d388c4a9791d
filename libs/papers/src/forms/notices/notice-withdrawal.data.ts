import { each, fields, type PaperForm, sentence, signatures } from '../../layout/form-language.rules';
import { day, listed } from '../../layout/values.rules';
import { noticeHead } from './notice-parts.rules';
import type { NoticePerson, NoticeWithdrawalSheet } from './notice.sheet.state';

/** M23: a notice is taken back when its slip is (NĐ 252/2026 Đ20); no form with a number was found for it. */
export const noticeWithdrawal: PaperForm<NoticeWithdrawalSheet> = {
  id: 'notice/withdrawal',
  source: 'NĐ 252/2026/NĐ-CP Điều 20',
  trust: 'reading',
  validFrom: '2016-08-08',
  head: (sheet) => noticeHead(sheet, 'THÔNG BÁO', 'Về việc thu hồi thông báo nộp tiền'),
  parts: [
    fields<NoticeWithdrawalSheet>(
      ['Mã hồ sơ', ({ dossierCode }) => dossierCode],
      ['Thông báo bị thu hồi số', ({ withdraws }) => withdraws.number],
      ['Mẫu số', ({ withdraws }) => withdraws.form],
      ['Ngày ban hành', ({ withdraws }) => day(withdraws.issuedOn)],
      ['Căn cứ văn bản', ({ document }) => document],
      ['Lý do', ({ reason }) => reason],
    ),
    each<NoticeWithdrawalSheet, NoticePerson>(
      ({ payers }) => payers,
      fields(['Người nộp thuế', ({ name, number, address }) => listed(name, `mã số ${number}`, address)]),
    ),
    sentence(
      ({ withdraws }) =>
        `Thông báo số ${withdraws.number} không còn hiệu lực kể từ ngày ban hành thông báo này. Số tiền đã nộp theo thông báo bị thu hồi được xử lý như khoản nộp thừa.`,
    ),
    signatures({
      copies: ({ payers, copyTo }) => [...payers.map(({ name }) => name), copyTo, 'Lưu'],
      boxes: [['THỦ TRƯỞNG CƠ QUAN THUẾ', '(Ký, ghi rõ họ tên, đóng dấu)', ({ signer }) => signer]],
    }),
  ],
};
