import { fields, type PaperForm, section, subsection, table, ticks } from '../../layout/form-language.rules';
import { decimal, money, percent } from '../../layout/values.rules';
import { assetKind, basis, constructions, issueTicks, noticeFoot, noticeHead, parcels, paymentPart, payers, paymentTerm, personTable } from './notice-parts.rules'; // prettier-ignore
import type { NoticeComparisonRow, NoticeHouseRow, NoticeLandRow, NoticeSheet } from './notice.sheet.state';

const land = table<NoticeSheet, NoticeLandRow>({
  rows: (notice) => notice.land,
  columns: [
    ['Loại đất', ({ purpose }) => purpose, 42],
    ['Vị trí', ({ position }) => position, '*'],
    ['Diện tích (m²)', ({ areaSquareMetres }) => decimal(areaSquareMetres), 44, 'right'],
    ['Giá UBND (đồng/m²)', (row) => money(row.pricePerSquareMetreDong), 60, 'right'],
    ['Hệ số điều chỉnh', ({ adjustmentCoefficient }) => decimal(adjustmentCoefficient), 42, 'right'],
    ['Hệ số phân bổ', ({ allocationCoefficient }) => decimal(allocationCoefficient), 40, 'right'],
    ['Tỷ lệ góp vốn', ({ contributionRatio }) => percent(contributionRatio), 36, 'right'],
    ['Giá trị (đồng)', ({ valueDong }) => money(valueDong), 68, 'right'],
  ],
  total: [
    () => '2.1.8. Tổng',
    ...Array.from({ length: 6 }, () => () => undefined),
    ({ landTotalDong }) => money(landTotalDong),
  ],
});

const houses = table<NoticeSheet, NoticeHouseRow>({
  rows: (notice) => notice.houses ?? [],
  columns: [
    ['Loại nhà', ({ kind }) => kind, '*'],
    ['Cấp, hạng', ({ grade }) => grade, 40],
    ['Diện tích sàn (m²)', ({ floorSquareMetres }) => decimal(floorSquareMetres), 50, 'right'],
    ['Giá UBND (đồng/m²)', (row) => money(row.pricePerSquareMetreDong), 62, 'right'],
    ['% chất lượng còn lại', ({ qualityPercent }) => decimal(qualityPercent), 52, 'right'],
    ['Tỷ lệ góp vốn', ({ contributionRatio }) => percent(contributionRatio), 38, 'right'],
    ['Giá trị (đồng)', ({ valueDong }) => money(valueDong), 70, 'right'],
  ],
  total: [
    () => '2.2.1.8. Tổng',
    ...Array.from({ length: 5 }, () => () => undefined),
    ({ housesTotalDong }) => money(housesTotalDong),
  ],
});

const comparison = table<NoticeSheet, NoticeComparisonRow>({
  rows: ({ components, assetKind: asset, comparison: whole }) => components ?? [{ asset, ...whole }],
  columns: [
    ['Loại tài sản', ({ asset }) => asset, '*'],
    ['Giá trị chuyển nhượng thực tế (đồng)', ({ statedDong }) => money(statedDong), 105, 'right'],
    ['Giá trị theo giá UBND (đồng)', ({ tableDong }) => money(tableDong), 105, 'right'],
    ['Giá trị tính thuế (đồng)', ({ baseDong }) => money(baseDong), 105, 'right'],
  ],
  total: [
    () => 'Tổng (1.5, 1.6, 1.7)',
    ({ comparison: whole }) => money(whole.statedDong),
    ({ comparison: whole }) => money(whole.tableDong),
    ({ comparison: whole }) => money(whole.baseDong),
  ],
});

const layout: Pick<PaperForm<NoticeSheet>, 'id' | 'number' | 'head' | 'parts'> = {
  id: 'notice/03-TB-BDS-TNCN',
  number: '03/TB-BĐS-TNCN',
  head: (notice) =>
    noticeHead(notice, 'THÔNG BÁO', 'Về việc nộp thuế thu nhập cá nhân đối với thu nhập từ chuyển nhượng,\nnhận thừa kế, nhận quà tặng là bất động sản'), // prettier-ignore
  parts: [
    issueTicks,
    basis,
    section('I. THÔNG TIN VỀ NGƯỜI NỘP THUẾ', payers),
    section(
      'II. THÔNG TIN VỀ BẤT ĐỘNG SẢN',
      subsection('1. Thông tin về đất, nhà', parcels({ withDistrict: false }), assetKind),
      subsection('2.1. Giá trị đất theo giá của Ủy ban nhân dân', land),
      subsection('2.2. Giá trị nhà, công trình theo giá của Ủy ban nhân dân', houses, constructions),
      fields(
        ['2.2.3. Giá trị tài sản khác (đồng)', ({ otherAssetsDong }) => money(otherAssetsDong)],
        ['2.2.4. Tổng giá trị theo giá UBND (đồng)', (notice) => money(notice.tableTotalDong ?? notice.landTotalDong)],
        ['3. Giá trị chuyển nhượng thực tế (đồng)', (notice) => money(notice.comparison.statedDong)],
      ),
    ),
    section(
      'III. TÍNH THUẾ CỦA CƠ QUAN THUẾ',
      subsection('1. Giá trị tính thuế', comparison),
      fields(['2. Giá trị do cơ quan thuế ấn định (đồng)', (notice) => money(notice.fixedByTaxOfficeDong)]),
      subsection(
        '3. Loại thu nhập và số thuế của từng người',
        ticks(
          ['Thu nhập từ chuyển nhượng bất động sản', ({ incomeKind }) => incomeKind === 'transfer'],
          ['Thu nhập từ nhận thừa kế, quà tặng', ({ incomeKind }) => incomeKind === 'inheritance-or-gift'],
        ),
        personTable({ arising: 'Thuế phát sinh', exempt: 'Thuế miễn', payable: 'Thuế phải nộp', income: true }),
      ),
      subsection('4. Thời hạn nộp thuế', paymentTerm),
    ),
    paymentPart,
    noticeFoot,
  ],
};

/** 03/TB-BĐS-TNCN of TT 89/2026 (L §2.2.1). */
export const incomeTaxNotice2026: PaperForm<NoticeSheet> = {
  ...layout,
  source: 'Ban hành kèm theo TT số 89/2026/TT-BTC',
  trust: 'found',
  validFrom: '2026-07-01',
};

/** The layout of the notice before TT 89/2026 was not read: a notice of that time is printed like the one after it. */
export const incomeTaxNoticeBefore2026: PaperForm<NoticeSheet> = {
  ...layout,
  source: 'Trình bày theo mẫu của TT số 89/2026/TT-BTC',
  trust: 'reading',
  validFrom: '2016-08-08',
  validTo: '2026-06-30',
};
