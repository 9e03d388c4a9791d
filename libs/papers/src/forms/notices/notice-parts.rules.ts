import { each, fields, type FormPart, pairs, section, sentence, signatures, table, ticks, when } from '../../layout/form-language.rules'; // prettier-ignore
import type { PaperHead } from '../../layout/paper.state';
import { day, decimal, listed, money, percent } from '../../layout/values.rules';
import { amountInWords } from '../../words/number-in-words.rules';
import type { NoticeConstructionRow, NoticeParcel, NoticePaymentRow, NoticePerson, NoticePersonRow, NoticeSheet, NoticeWithdrawalSheet } from './notice.sheet.state'; // prettier-ignore

export type NoticePart = FormPart<NoticeSheet>;

/** The head of a notice: a superior office above the one that issues it. */
export function noticeHead(notice: Pick<NoticeWithdrawalSheet, 'taxOffice' | 'number' | 'place' | 'issuedOn'>, title: string, subtitle: string): PaperHead {
  const { taxOffice, number, place, issuedOn: date } = notice;
  const { superior, name: agency } = taxOffice;
  return { ...(superior !== undefined && { superior }), agency, number, place, date, title, subtitle };
} // prettier-ignore

/** Head: first notice, or one that is amended. */
export const issueTicks: NoticePart = ticks<NoticeSheet>(
  ['Thông báo lần đầu', ({ issue }) => issue.kind === 'first'],
  ['Thông báo điều chỉnh, bổ sung', ({ issue }) => issue.kind === 'amended'],
);

/** On what the notice rests: a slip, a document that amends, a tax return, or databases. */
export const basis: NoticePart = pairs<NoticeSheet>(
  ['Căn cứ hồ sơ mã số', (notice) => notice.basis.dossierCode],
  ['Phiếu chuyển thông tin số', (notice) => notice.basis.slipNumber],
  ['Ngày của phiếu', (notice) => day(notice.basis.slipDate)],
  ['Cơ quan chuyển đến', (notice) => notice.basis.senderName],
  ['Văn bản điều chỉnh, bổ sung', ({ issue }) => (issue.kind === 'first' ? 'không' : issue.document)],
  ['Hồ sơ khai thuế', (notice) => notice.basis.taxReturn],
  ['Cơ sở dữ liệu', (notice) => notice.basis.databases],
);

/** Part I: each payer or representative. */
export const payers: NoticePart = each<NoticeSheet, NoticePerson>(
  (notice) => notice.payers,
  fields(
    ['1. Tên người nộp thuế hoặc người đại diện', ({ name }) => name],
    ['2. Mã số thuế / số định danh cá nhân', ({ number }) => number],
    ['3. Địa chỉ nhận thông báo', ({ address }) => address],
  ),
  pairs(['4. Điện thoại', ({ phone }) => phone], ['5. Thư điện tử', ({ email }) => email]),
);

/** II.1: where the land lies; the district is asked for by the form of the fee alone. */
export function parcels({ withDistrict }: { readonly withDistrict: boolean }): NoticePart {
  const district = ['- Quận/huyện', ({ districtName }: NoticeParcel) => districtName] as const;
  return each<NoticeSheet, NoticeParcel>(
    (notice) => notice.parcels,
    pairs<NoticeParcel>(
      ['1.1. Thửa đất số', ({ parcelNumber }) => parcelNumber],
      ['Tờ bản đồ số', ({ mapSheet }) => mapSheet],
      ['1.2. Số nhà, tòa nhà, ngõ, đường phố, thôn', ({ street }) => street],
      ['- Xã/phường/đặc khu', ({ communeName }) => communeName],
      ...(withDistrict ? [district] : []),
      ['- Tỉnh/thành phố', ({ provinceName }) => provinceName],
    ),
  );
}

export const assetKind: NoticePart = fields<NoticeSheet>(['1.3. Loại tài sản', (notice) => notice.assetKind]);

export const constructions: NoticePart = table<NoticeSheet, NoticeConstructionRow>({
  rows: (notice) => notice.constructions ?? [],
  columns: [
    ['Công trình xây dựng khác', ({ name }) => name, '*'],
    ['Diện tích (m²)', ({ areaSquareMetres }) => decimal(areaSquareMetres), 70, 'right'],
    ['Giá (đồng/m²)', ({ pricePerSquareMetreDong }) => money(pricePerSquareMetreDong), 90, 'right'],
    ['Giá trị (đồng)', ({ valueDong }) => money(valueDong), 100, 'right'],
  ],
});

/** III.3: a row for each person with share and reason; the last column of what arises bears the form's own word. */
export function personTable(words: { readonly arising: string; readonly exempt: string; readonly payable: string; readonly income: boolean }): NoticePart {
  const income = [
    ['Thu nhập tính thuế', (row: NoticePersonRow) => money(row.taxableDong), 50, 'right'],
    ['Thu nhập miễn thuế', (row: NoticePersonRow) => money(row.exemptIncomeDong), 48, 'right'],
  ] as const;
  return table<NoticeSheet, NoticePersonRow>({
    rows: (notice) => notice.persons,
    columns: [
      ['MST / số định danh', ({ number }) => number, words.income ? 52 : 58],
      ['Họ và tên', ({ name }) => name, '*'],
      ['Tỷ lệ sở hữu', ({ share }) => percent(share), 32, 'right'],
      ...(words.income ? income : []),
      [words.arising, ({ arisingDong }) => money(arisingDong), words.income ? 46 : 60, 'right'],
      [words.exempt, ({ exemptDong }) => money(exemptDong), words.income ? 44 : 60, 'right'],
      [words.payable, ({ payableDong }) => money(payableDong), words.income ? 46 : 60, 'right'],
      ['Lý do miễn, giảm', ({ reasons }) => listed(...reasons), words.income ? 52 : 80],
    ],
    total: [
      () => undefined,
      () => 'Tổng cộng',
      () => undefined,
      ...(words.income ? [() => undefined, () => undefined] : []),
      ({ totals }) => money(totals.arisingDong),
      ({ totals }) => money(totals.exemptDong),
      ({ totals }) => money(totals.payableDong),
      () => undefined,
    ],
  });
} // prettier-ignore

/** Until when: the printed day is the notice's own and never computed here (L fact 4). */
export const paymentTerm: NoticePart = sentence<NoticeSheet>(({ isDeferred = false, dueDate }) =>
  isDeferred
    ? 'Thời hạn nộp tiền: theo thời hạn được ghi nợ đối với người được ghi nợ.'
    : `Thời hạn nộp tiền: 30 ngày kể từ ngày ban hành thông báo, chậm nhất là ngày ${day(dueDate) ?? ''}.`,
);

/** IV: what is paid by whom, under which line of the budget, where to, and what lateness costs. */
export const paymentPart: NoticePart = section<NoticeSheet>(
  'IV. THÔNG TIN NỘP TIỀN VÀO NGÂN SÁCH NHÀ NƯỚC',
  table<NoticeSheet, NoticePaymentRow>({
    rows: (notice) => notice.payments,
    columns: [
      ['Người nộp', ({ name }) => name, '*'],
      ['MST / số định danh', ({ number }) => number, 62],
      ['Nội dung khoản nộp', ({ content }) => content, 84],
      ['Số tiền (đồng)', ({ amountDong }) => money(amountDong), 62, 'right'],
      ['Tiểu mục', ({ budgetSubItem }) => budgetSubItem, 32, 'center'],
      ['Chương', ({ budgetChapter }) => budgetChapter, 34, 'center'],
      ['ID khoản phải nộp', ({ payableItemId }) => payableItemId, 86],
    ],
    total: [
      () => 'Tổng cộng',
      () => undefined,
      () => undefined,
      ({ totals }) => money(totals.payableDong),
      () => undefined,
      () => undefined,
      () => undefined,
    ],
  }),
  fields<NoticeSheet>(
    ['Số tiền bằng chữ', ({ totals }) => amountInWords(BigInt(totals.payableDong))],
    ['Nộp vào tài khoản', ({ collection }) => collection.account],
    ['Kho bạc Nhà nước', ({ collection }) => `${collection.treasuryName} (mã ${collection.treasuryCode})`],
    ['Ngân hàng', ({ collection }) => collection.bankName],
    ['Cơ quan quản lý thu', ({ taxOffice }) => `${taxOffice.name} (mã ${taxOffice.code})`],
    ['Địa bàn hành chính', ({ collection }) => `${collection.areaName} (mã ${collection.areaCode})`],
  ),
  sentence(
    ({ lateInterestPerDay }) =>
      `Quá thời hạn nêu trên mà chưa nộp đủ tiền thì người nộp thuế phải nộp tiền chậm nộp theo mức ${percent(lateInterestPerDay) ?? ''}/ngày tính trên số tiền chậm nộp.`,
  ),
);

/** Foot: an amended notice names the one that it replaces; a copy goes to whoever received the dossier. */
export const noticeFoot: NoticePart = (notice) => [
  ...when<NoticeSheet>(
    ({ issue }) => issue.kind === 'amended',
    sentence(({ issue }) =>
      issue.kind === 'amended' ? `Thông báo này thay thế thông báo số ${issue.replaces}.` : undefined,
    ),
  )(notice),
  ...when<NoticeSheet>(
    ({ issue }) => issue.kind === 'withdrawn',
    sentence(({ issue }) =>
      issue.kind === 'withdrawn' ? `Thông báo này đã bị thu hồi theo văn bản ${issue.document}.` : undefined,
    ),
  )(notice),
  ...signatures<NoticeSheet>({
    copies: ({ payers: all, copyTo }) => [...all.map(({ name }) => name), copyTo, 'Lưu'],
    boxes: [['THỦ TRƯỞNG CƠ QUAN THUẾ', '(Ký, ghi rõ họ tên, đóng dấu)', ({ signer }) => signer]],
  })(notice),
];
