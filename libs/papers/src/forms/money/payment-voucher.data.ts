import {
  fields,
  type FormPart,
  pairs,
  type PaperForm,
  section,
  signatures,
  table,
  ticks,
} from '../../layout/form-language.rules';
import { listed, moment, money } from '../../layout/values.rules';
import { amountInWords } from '../../words/number-in-words.rules';
import type { MoneyLine, PaymentVoucherSheet } from './money.sheet.state';

type VoucherPart = FormPart<PaymentVoucherSheet>;

const head: PaperForm<PaymentVoucherSheet>['head'] = ({ madeBy, reference, date }) => ({
  ...(madeBy.superior !== undefined && { superior: madeBy.superior }),
  agency: madeBy.name,
  number: reference,
  place: 'Lập',
  date,
  title: 'GIẤY NỘP TIỀN',
  subtitle: 'VÀO NGÂN SÁCH NHÀ NƯỚC',
});

/** Who pays, from where, and into which account. */
const above: readonly VoucherPart[] = [
  ticks<PaymentVoucherSheet>(
    ['Tiền mặt', ({ manner }) => manner === 'cash'],
    ['Chuyển khoản', ({ manner }) => manner === 'transfer'],
  ),
  pairs<PaymentVoucherSheet>(
    ['Số tham chiếu', ({ reference }) => reference],
    ['Số chứng từ', ({ number }) => number],
    ['Loại tiền', () => 'VND'],
    ['Thời điểm trích tiền', ({ debitedAt }) => moment(debitedAt)],
    ['Người nộp thuế', ({ payer }) => payer.name],
    ['Mã số thuế / số định danh', ({ payer }) => payer.number],
  ),
  fields<PaymentVoucherSheet>(['Địa chỉ', ({ payer }) => payer.address]),
  pairs<PaymentVoucherSheet>(
    ['Người nộp thay', ({ onBehalfOf }) => onBehalfOf?.name],
    ['Mã số thuế người nộp thay', ({ onBehalfOf }) => onBehalfOf?.number],
  ),
  fields<PaymentVoucherSheet>(
    ['Địa chỉ người nộp thay', ({ onBehalfOf }) => onBehalfOf?.address],
    ['Đề nghị trích tài khoản số', ({ debitAccount }) => listed(debitAccount?.number, debitAccount?.bank)],
  ),
  ticks<PaymentVoucherSheet>(
    ['Nộp vào thu ngân sách nhà nước', ({ revenueKind }) => revenueKind === 'budget'],
    ['Nộp vào tài khoản tạm thu', ({ revenueKind }) => revenueKind === 'temporary'],
    ['Nộp vào tài khoản thu hồi hoàn thuế GTGT', ({ revenueKind }) => revenueKind === 'vat-refund'],
  ),
  pairs<PaymentVoucherSheet>(
    ['Tài khoản', ({ revenueAccount }) => revenueAccount],
    ['Tại Kho bạc Nhà nước', ({ treasury }) => `${treasury.name} (mã ${treasury.code})`],
    ['Tỉnh, thành phố', ({ treasury }) => treasury.province],
  ),
  fields<PaymentVoucherSheet>(
    ['Mở tại ngân hàng ủy nhiệm thu', ({ collectingBank }) => collectingBank],
    ['Nộp theo kết luận của (kiểm toán, thanh tra …)', ({ conclusionOf }) => conclusionOf],
    ['Cơ quan quản lý thu', ({ taxOffice }) => taxOffice.name],
  ),
];

/** What is paid; the id of the payable item has its column since the tax office issues one. */
function lines(withPayableItem: boolean): VoucherPart {
  const item = ['ID khoản phải nộp', ({ payableItemId }: MoneyLine) => payableItemId, 72] as const;
  const columns = withPayableItem ? 6 : 5;
  return table<PaymentVoucherSheet, MoneyLine & { readonly index: string }>({
    rows: ({ lines }) => lines.map((line, index) => ({ ...line, index: String(index + 1) })),
    columns: [
      ['STT', ({ index }) => index, 20, 'center'],
      ['Số tờ khai, quyết định, thông báo', ({ document }) => document, 92],
      ['Kỳ thuế / ngày quyết định', ({ period }) => period, 42, 'center'],
      ['Nội dung các khoản nộp', ({ content }) => content, '*'],
      ...(withPayableItem ? [item] : []),
      ['Số nguyên tệ', () => undefined, 26, 'right'],
      ['Số tiền VND', ({ amountDong }) => money(amountDong), 54, 'right'],
      ['Mã chương', ({ budgetChapter }) => budgetChapter, 30, 'center'],
      ['Mã tiểu mục', ({ budgetSubItem }) => budgetSubItem, 32, 'center'],
    ],
    total: [
      () => undefined,
      () => 'Tổng cộng',
      ...Array.from({ length: columns - 2 }, () => () => undefined),
      ({ totalDong }) => money(totalDong),
      () => undefined,
      () => undefined,
    ],
  });
}

/** The sum in words, what the treasury writes, and who signs. */
const below: readonly VoucherPart[] = [
  fields<PaymentVoucherSheet>(['Tổng số tiền ghi bằng chữ', ({ totalDong }) => amountInWords(BigInt(totalDong))]),
  section<PaymentVoucherSheet>(
    'PHẦN KHO BẠC NHÀ NƯỚC GHI',
    pairs(
      ['Mã cơ quan thu', ({ taxOffice }) => taxOffice.code],
      ['Mã địa bàn hành chính', ({ areaCode }) => areaCode],
      ['Mã nguồn ngân sách nhà nước', ({ booking }) => booking?.sourceCode],
      ['Nợ tài khoản', ({ booking }) => booking?.debitAccount],
      ['Có tài khoản', ({ booking }) => booking?.creditAccount],
    ),
  ),
  signatures<PaymentVoucherSheet>({
    boxes: [
      ['NGƯỜI NỘP TIỀN', '(Ký, ghi rõ họ tên)', ({ payer, onBehalfOf }) => onBehalfOf?.name ?? payer.name],
      ['NGÂN HÀNG', '(Ký, ghi rõ họ tên, đóng dấu)', ({ clerk }) => clerk],
      ['KHO BẠC NHÀ NƯỚC', '(Ký, ghi rõ họ tên, đóng dấu)'],
    ],
  }),
];

/** C1-02/NS since the voucher bears the id of the payable item (TT 89/2026 Đ36, form of NĐ 347/2025). */
export const voucherWithPayableItem: PaperForm<PaymentVoucherSheet> = {
  id: 'voucher/C1-02-NS',
  number: 'C1-02/NS',
  source: 'NĐ số 347/2025/NĐ-CP; TT số 89/2026/TT-BTC Điều 36',
  trust: 'found',
  validFrom: '2026-07-01',
  head,
  parts: [...above, lines(true), ...below],
};

/** C1-02/NS of NĐ 11/2020; from when NĐ 347/2025 took its place the reference does not say. */
export const voucherOf2020: PaperForm<PaymentVoucherSheet> = {
  id: 'voucher/C1-02-NS-2020',
  number: 'C1-02/NS',
  source: 'NĐ số 11/2020/NĐ-CP',
  trust: 'found',
  validFrom: '2020-03-16',
  validTo: '2026-06-30',
  head,
  parts: [...above, lines(false), ...below],
};

/** The voucher of the years before was not read; it is printed like that of NĐ 11/2020. */
export const voucherBefore2020: PaperForm<PaymentVoucherSheet> = {
  ...voucherOf2020,
  id: 'voucher/C1-02-NS-before-2020',
  trust: 'reading',
  validFrom: '2016-08-08',
  validTo: '2020-03-15',
};
