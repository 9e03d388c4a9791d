import { each, fields, type PaperForm, section, subsection, table } from '../../layout/form-language.rules';
import { decimal, money } from '../../layout/values.rules';
import { assetKind, basis, constructions, issueTicks, noticeFoot, noticeHead, parcels, paymentPart, payers, paymentTerm, personTable } from './notice-parts.rules'; // prettier-ignore
import type { NoticeHouseRow, NoticeLandRow, NoticePerson, NoticeSheet } from './notice.sheet.state';

const land = table<NoticeSheet, NoticeLandRow>({
  rows: (notice) => notice.land,
  columns: [
    ['Loại đất', ({ purpose }) => purpose, 50],
    ['Vị trí', ({ position }) => position, '*'],
    ['Diện tích (m²)', ({ areaSquareMetres }) => decimal(areaSquareMetres), 54, 'right'],
    ['Giá UBND (đồng/m²)', (row) => money(row.pricePerSquareMetreDong), 70, 'right'],
    ['Hệ số phân bổ', ({ allocationCoefficient }) => decimal(allocationCoefficient), 54, 'right'],
    ['Giá trị (đồng)', ({ valueDong }) => money(valueDong), 80, 'right'],
  ],
  total: [
    () => 'Tổng',
    ...Array.from({ length: 4 }, () => () => undefined),
    ({ landTotalDong }) => money(landTotalDong),
  ],
});

const houses = table<NoticeSheet, NoticeHouseRow>({
  rows: (notice) => notice.houses ?? [],
  columns: [
    ['Loại nhà', ({ kind }) => kind, '*'],
    ['Cấp, hạng', ({ grade }) => grade, 46],
    ['Diện tích sàn (m²)', ({ floorSquareMetres }) => decimal(floorSquareMetres), 60, 'right'],
    ['Giá UBND (đồng/m²)', (row) => money(row.pricePerSquareMetreDong), 70, 'right'],
    ['% chất lượng còn lại', ({ qualityPercent }) => decimal(qualityPercent), 60, 'right'],
    ['Giá trị (đồng)', ({ valueDong }) => money(valueDong), 80, 'right'],
  ],
  total: [
    () => 'Tổng',
    ...Array.from({ length: 4 }, () => () => undefined),
    ({ housesTotalDong }) => money(housesTotalDong),
  ],
});

const layout: Pick<PaperForm<NoticeSheet>, 'id' | 'number' | 'head' | 'parts'> = {
  id: 'notice/01-TB-LPTB',
  number: '01/TB-LPTB',
  head: (notice) => noticeHead(notice, 'THÔNG BÁO', 'Về việc nộp lệ phí trước bạ nhà, đất'),
  parts: [
    issueTicks,
    basis,
    section(
      'I. THÔNG TIN VỀ NGƯỜI NỘP LỆ PHÍ TRƯỚC BẠ',
      payers,
      each<NoticeSheet, NoticePerson>(
        ({ taxAgent }) => (taxAgent ? [taxAgent] : []),
        fields(
          ['6. Tổ chức cung cấp dịch vụ về thuế (đại lý thuế)', ({ name }) => name],
          ['Mã số thuế của đại lý thuế', ({ number }) => number],
        ),
      ),
    ),
    section(
      'II. THÔNG TIN VỀ NHÀ, ĐẤT',
      subsection('1. Thửa đất và tài sản', parcels({ withDistrict: true }), assetKind),
      subsection('2.1. Giá trị đất theo giá của Ủy ban nhân dân', land),
      subsection('2.2. Giá trị nhà theo giá của Ủy ban nhân dân', houses, constructions),
    ),
    section(
      'III. TÍNH LỆ PHÍ TRƯỚC BẠ CỦA CƠ QUAN THUẾ',
      fields(
        ['3.1. Giá trị nhà, đất theo giá UBND (đồng)', (notice) => money(notice.comparison.tableDong)],
        ['3.2. Giá theo hợp đồng, trúng đấu giá hoặc bán nhà nước (đồng)', (notice) => money(notice.comparison.statedDong)],
        ['Giá tính lệ phí trước bạ (đồng)', (notice) => money(notice.comparison.baseDong)],
      ),
      subsection(
        '3.3. Lệ phí của từng chủ sở hữu',
        personTable({ arising: 'Lệ phí phát sinh', exempt: 'Lệ phí miễn', payable: 'Lệ phí phải nộp', income: false }),
      ),
      subsection('3.4. Thời hạn nộp', paymentTerm),
    ),
    paymentPart,
    noticeFoot,
  ],
}; // prettier-ignore

/** 01/TB-LPTB of TT 89/2026 (L §2.2.2). */
export const registrationFeeNotice2026: PaperForm<NoticeSheet> = {
  ...layout,
  source: 'Ban hành kèm theo TT số 89/2026/TT-BTC',
  trust: 'found',
  validFrom: '2026-07-01',
};

/** The layout of the notice before TT 89/2026 was not read: a notice of that time is printed like the one after it. */
export const registrationFeeNoticeBefore2026: PaperForm<NoticeSheet> = {
  ...layout,
  source: 'Trình bày theo mẫu của TT số 89/2026/TT-BTC',
  trust: 'reading',
  validFrom: '2016-08-08',
  validTo: '2026-06-30',
};
