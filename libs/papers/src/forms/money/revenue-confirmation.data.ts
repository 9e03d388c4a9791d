import { fields, type PaperForm, sentence, signatures, table, ticks } from '../../layout/form-language.rules';
import { day, listed, money } from '../../layout/values.rules';
import { amountInWords } from '../../words/number-in-words.rules';
import type { MoneyLine, RevenueConfirmationSheet } from './money.sheet.state';

/** The treasury's confirmation XacNhanThuNSNN: its content is that of TT 89/2026 Đ93 (L §2.5), its layout our own. */
export const revenueConfirmation: PaperForm<RevenueConfirmationSheet> = {
  id: 'treasury/revenue-confirmation',
  source: 'Nội dung theo TT số 89/2026/TT-BTC Điều 93',
  trust: 'reading',
  validFrom: '2016-08-08',
  head: ({ treasury, entryNumber: number, place, bookedOn: date }) => ({
    ...(treasury.superior !== undefined && { superior: treasury.superior }),
    agency: treasury.name,
    number,
    place,
    date,
    title: 'XÁC NHẬN',
    subtitle: 'Thu ngân sách nhà nước',
  }),
  parts: [
    fields<RevenueConfirmationSheet>(
      ['Mã xác nhận', ({ id }) => id],
      ['Số bút toán', ({ entryNumber }) => entryNumber],
      ['Số tham chiếu', ({ reference }) => reference],
      ['Điều chỉnh cho xác nhận', ({ adjusts, state }) => adjusts ?? (state === 'adjusted' ? undefined : 'không')],
    ),
    ticks<RevenueConfirmationSheet>(
      ['Đã hạch toán', ({ state }) => state === 'booked'],
      ['Chờ xử lý (tài khoản tạm giữ)', ({ state }) => state === 'in-suspense'],
      ['Điều chỉnh', ({ state }) => state === 'adjusted'],
      ['Hủy', ({ state }) => state === 'cancelled'],
    ),
    fields<RevenueConfirmationSheet>(
      ['Mã hồ sơ', ({ dossierCode }) => dossierCode],
      ['Người nộp', ({ payer }) => listed(payer.name, payer.number && `mã số ${payer.number}`)],
      ['Người nộp thay', ({ onBehalfOf }) => onBehalfOf && listed(onBehalfOf.name, onBehalfOf.number)],
      ['Ngày trích nợ tài khoản người nộp (ngày nộp tiền)', ({ debitDate }) => day(debitDate)],
      ['Ngày hạch toán tại Kho bạc Nhà nước', ({ bookedOn }) => day(bookedOn)],
      ['Kho bạc Nhà nước', ({ treasury }) => `${treasury.name} (SHKB ${treasury.code})`],
      ['Tài khoản thu', ({ account }) => account],
      ['Ngân hàng', ({ bankName }) => bankName],
      ['Loại tiền', () => 'VND'],
    ),
    table<RevenueConfirmationSheet, MoneyLine>({
      rows: ({ lines }) => lines,
      columns: [
        ['ID khoản phải nộp', ({ payableItemId }) => payableItemId, 88],
        ['Số thông báo', ({ document }) => document, '*'],
        ['Chương', ({ budgetChapter }) => budgetChapter, 36, 'center'],
        ['Tiểu mục', ({ budgetSubItem }) => budgetSubItem, 38, 'center'],
        ['Mã ĐBHC', ({ areaCode }) => areaCode, 40, 'center'],
        ['Mã CQ thu', ({ taxOfficeCode }) => taxOfficeCode, 44, 'center'],
        ['Số tiền (đồng)', ({ amountDong }) => money(amountDong), 76, 'right'],
      ],
      total: [
        () => 'Tổng cộng',
        ...Array.from({ length: 5 }, () => () => undefined),
        ({ totalDong }) => money(totalDong),
      ],
    }),
    fields<RevenueConfirmationSheet>(['Số tiền bằng chữ', ({ totalDong }) => amountInWords(BigInt(totalDong))]),
    sentence(({ state }) =>
      state === 'booked' ? 'Kho bạc Nhà nước xác nhận số tiền trên đã được hạch toán vào thu ngân sách nhà nước.' : undefined,
    ),
    signatures({
      boxes: [
        ['KẾ TOÁN', '(Ký, ghi rõ họ tên)', ({ bookedBy }) => bookedBy],
        ['GIÁM ĐỐC', '(Ký, ghi rõ họ tên, đóng dấu)'],
      ],
    }),
  ],
}; // prettier-ignore
