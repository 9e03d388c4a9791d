import { fields, type FormPart, type PaperForm, section, sentence, subsection, table } from '../../layout/form-language.rules'; // prettier-ignore
import { day, decimal, money, percent } from '../../layout/values.rules';
import { amountInWords } from '../../words/number-in-words.rules';
import { assetKind, basis, issueTicks, noticeFoot, noticeHead, parcels, payers } from './notice-parts.rules';
import type { NoticeLandRow, NoticePaymentRow, NoticeSheet } from './notice.sheet.state';

const land = table<NoticeSheet, NoticeLandRow>({
  rows: (notice) => notice.land,
  columns: [
    ['Loại đất', ({ purpose }) => purpose, 60],
    ['Vị trí', ({ position }) => position, '*'],
    ['Diện tích (m²)', ({ areaSquareMetres }) => decimal(areaSquareMetres), 66, 'right'],
    ['Giá đất (đồng/m²)', (row) => money(row.pricePerSquareMetreDong), 80, 'right'],
    ['Thành tiền (đồng)', ({ valueDong }) => money(valueDong), 92, 'right'],
  ],
  total: [() => 'Tổng', () => undefined, () => undefined, () => undefined, ({ landTotalDong }) => money(landTotalDong)],
});

/** Instalments of one notice: each with an id and a day of its own (L §2.3.1, two rows under one notice). */
const instalments: FormPart<NoticeSheet> = table<NoticeSheet, NoticePaymentRow>({
  rows: (notice) => notice.payments,
  columns: [
    ['Người nộp', ({ name }) => name, '*'],
    ['MST / số định danh', ({ number }) => number, 64],
    ['Số tiền (đồng)', ({ amountDong }) => money(amountDong), 74, 'right'],
    ['Hạn nộp', ({ dueDate }) => day(dueDate), 54, 'center'],
    ['Tiểu mục', ({ budgetSubItem }) => budgetSubItem, 34, 'center'],
    ['Chương', ({ budgetChapter }) => budgetChapter, 36, 'center'],
    ['ID khoản phải nộp', ({ payableItemId }) => payableItemId, 88],
  ],
  total: [
    () => 'Tổng cộng',
    () => undefined,
    ({ totals }) => money(totals.payableDong),
    ...Array.from({ length: 4 }, () => () => undefined),
  ],
});

/** The notice of land-use fee. No text gives its number now; 01/TB-TSDĐ is its former name [knowledge] (L §2.2.3, §3.5, §3.6). */
export const landUseFeeNotice: PaperForm<NoticeSheet> = {
  id: 'notice/land-use-fee',
  number: '01/TB-TSDĐ',
  source: 'Tên gọi trước đây của mẫu',
  trust: 'knowledge',
  validFrom: '2016-08-08',
  head: (notice) => noticeHead(notice, 'THÔNG BÁO', 'Về việc nộp tiền sử dụng đất'),
  parts: [
    issueTicks,
    basis,
    section('I. THÔNG TIN VỀ NGƯỜI SỬ DỤNG ĐẤT', payers),
    section(
      'II. THÔNG TIN VỀ THỬA ĐẤT',
      parcels({ withDistrict: false }),
      assetKind,
      subsection('Giá trị theo giá đất tính tiền sử dụng đất', land),
    ),
    section(
      'III. TÍNH TIỀN SỬ DỤNG ĐẤT',
      fields<NoticeSheet>(
        ['1. Mức thu', ({ landUseFee }) => percent(landUseFee?.collectionRate)],
        ['2. Tiền sử dụng đất (đồng)', ({ landUseFee }) => money(landUseFee?.feeDong)],
        ['3. Chi phí hạ tầng được trừ (đồng)', ({ landUseFee }) => money(landUseFee?.infrastructureDong)],
        ['4. Số tiền được miễn, giảm (đồng)', ({ landUseFee }) => money(landUseFee?.reductionDong)],
        ['5. Các khoản được trừ khác (đồng)', ({ landUseFee }) => money(landUseFee?.deductionDong)],
        ['6. Số tiền phải nộp (đồng)', ({ landUseFee }) => money(landUseFee?.payableDong)],
      ),
      sentence<NoticeSheet>(({ isDeferred = false }) =>
        isDeferred ? 'Người sử dụng đất được ghi nợ tiền sử dụng đất.' : undefined,
      ),
    ),
    section<NoticeSheet>(
      'IV. SỐ TIỀN VÀ THỜI HẠN NỘP',
      instalments,
      fields(
        ['Số tiền bằng chữ', ({ totals }) => amountInWords(BigInt(totals.payableDong))],
        ['Nộp vào tài khoản', ({ collection }) => collection.account],
        ['Kho bạc Nhà nước', ({ collection }) => `${collection.treasuryName} (mã ${collection.treasuryCode})`],
        ['Ngân hàng', ({ collection }) => collection.bankName],
        ['Cơ quan quản lý thu', ({ taxOffice }) => `${taxOffice.name} (mã ${taxOffice.code})`],
        ['Địa bàn hành chính', ({ collection }) => `${collection.areaName} (mã ${collection.areaCode})`],
      ),
      sentence(
        ({ lateInterestPerDay }) =>
          `Quá thời hạn nêu trên mà chưa nộp đủ tiền thì phải nộp tiền chậm nộp theo mức ${percent(lateInterestPerDay) ?? ''}/ngày tính trên số tiền chậm nộp.`,
      ),
    ),
    noticeFoot,
  ],
};
