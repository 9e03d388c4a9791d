import {
  each,
  type Field,
  fields,
  type FormPart,
  pairs,
  section,
  sentence,
  signatures,
  subsection,
  table,
  when,
} from '../../layout/form-language.rules';
import { day, decimal, listed, moment, money, percent } from '../../layout/values.rules';
import type { SlipHouse, SlipLand, SlipPerson, TransferSlipSheet } from './transfer-slip.sheet.state';

type SlipPart = FormPart<TransferSlipSheet>;

/** What further submissions say: which slip they replace, supplement or withdraw. */
export const submission: SlipPart = pairs<TransferSlipSheet>(
  ['Lần gửi', (slip) => String(slip.submission)],
  ['Loại phiếu', (slip) => slip.submissionKind],
  ['Thay thế, bổ sung hoặc thu hồi phiếu số', (slip) => slip.replaces ?? (slip.submission === 1 ? 'không' : undefined)],
);

/** Each side under its heading, each person with all that is known. */
export function sides(...lines: readonly Field<SlipPerson>[]): SlipPart {
  return (slip) =>
    slip.sides.flatMap(({ heading, persons }) =>
      subsection<readonly SlipPerson[]>(
        heading,
        each((all) => all, pairs<SlipPerson>(...lines)),
      )(persons),
    );
}

export const idPaper = ({ idPaper: paper }: SlipPerson): string | undefined =>
  paper &&
  listed(
    `${paper.kind} số ${paper.number}`,
    paper.issuedOn && `ngày cấp ${day(paper.issuedOn) ?? ''}`,
    paper.issuedBy && `nơi cấp ${paper.issuedBy}`,
  );

export const addressOfLand = ({ address, communeName, provinceName }: SlipLand): string | undefined =>
  listed(address, communeName, provinceName);

export const certificateText = ({ certificate }: TransferSlipSheet): string | undefined =>
  certificate &&
  listed(
    `Giấy chứng nhận số phát hành ${certificate.serial}`,
    certificate.registerNumber && `số vào sổ ${certificate.registerNumber}`,
    certificate.issuedOn && `ngày cấp ${day(certificate.issuedOn) ?? ''}`,
    certificate.issuedBy && `nơi cấp ${certificate.issuedBy}`,
  );

/** The price rows that the land office used: each dated, with its decision (corrections row 3). */
export const prices: FormPart<SlipLand> = table<SlipLand, SlipLand['prices'][number]>({
  rows: ({ prices: rows }) => rows,
  columns: [
    ['Giá đất theo bảng giá (đồng/m²)', (row) => money(row.pricePerSquareMetreDong), 90, 'right'],
    ['Hệ số điều chỉnh', (row) => decimal(row.adjustmentCoefficient), 60, 'right'],
    ['Quyết định giá', (row) => row.decision, '*'],
    ['Từ ngày', (row) => day(row.from), 58, 'center'],
    ['Đến ngày', (row) => day(row.to), 58, 'center'],
  ],
});

export const houses: SlipPart = table<TransferSlipSheet, SlipHouse>({
  rows: (slip) => slip.houses,
  columns: [
    ['Loại nhà, công trình', (house) => house.kind, '*'],
    ['Cấp, hạng', (house) => house.grade, 36],
    ['Số tầng', (house) => house.floors, 30, 'right'],
    ['DT xây dựng (m²)', (house) => decimal(house.builtSquareMetres), 46, 'right'],
    ['DT sàn (m²)', (house) => decimal(house.floorSquareMetres), 42, 'right'],
    ['Năm hoàn thành', (house) => house.finishedYear, 44, 'center'],
    ['Chất lượng còn lại (%)', (house) => decimal(house.qualityPercent), 48, 'right'],
    ['Tỷ lệ sở hữu', (house) => percent(house.share), 38, 'right'],
    ['Đơn giá (đồng/m²)', (house) => money(house.unitPriceDong), 54, 'right'],
    ['Nguồn gốc', (house) => house.origin, 52],
  ],
});

export const contract: SlipPart = pairs<TransferSlipSheet>(
  ['Hợp đồng, văn bản chuyển quyền số', (slip) => slip.contract?.number],
  ['Ngày có hiệu lực', (slip) => day(slip.contract?.effectiveDate)],
  ['Giá trị theo hợp đồng (đồng)', (slip) => money(slip.contract?.totalDong)],
  ['Trong đó giá đất (đồng)', (slip) => money(slip.contract?.landDong)],
  ['Trong đó giá nhà, tài sản khác (đồng)', (slip) => money(slip.contract?.houseDong)],
  ['Bên mua nộp thuế thay bên bán', (slip) => slip.contract && (slip.contract.buyerPaysSellersTax ? 'có' : 'không')],
);

export const exemptions: SlipPart = table<TransferSlipSheet, TransferSlipSheet['exemptions'][number]>({
  rows: (slip) => slip.exemptions,
  columns: [
    ['Khoản đề nghị miễn, giảm', ({ revenue }) => revenue, 90],
    ['Đối tượng', ({ person }) => person, 100],
    ['Căn cứ', ({ ground }) => ground, '*'],
    ['Diện tích (m²)', ({ areaSquareMetres }) => decimal(areaSquareMetres), 46, 'right'],
    ['Mức', ({ rate }) => percent(rate), 36, 'right'],
    ['Thời điểm', ({ since }) => day(since), 54, 'center'],
  ],
});

export const deductions: SlipPart = table<TransferSlipSheet, TransferSlipSheet['deductions'][number]>({
  rows: (slip) => slip.deductions,
  columns: [
    ['Khoản được trừ', ({ kind }) => kind, 150],
    ['Số tiền (đồng)', ({ amountDong }) => money(amountDong), 90, 'right'],
    ['Văn bản', ({ document }) => document, '*'],
  ],
});

export const deferrals: SlipPart = fields<TransferSlipSheet>([
  'Đề nghị ghi nợ nghĩa vụ tài chính',
  (slip) => (slip.deferrals.length === 0 ? 'không' : slip.deferrals.map(deferralText).join('; ')),
]);

function deferralText({ kind, person, ground }: TransferSlipSheet['deferrals'][number]): string {
  return [kind, person, `căn cứ ${ground}`].filter((part) => part !== undefined).join(', ');
}

export const attachments: SlipPart = section<TransferSlipSheet>(
  'VI. GIẤY TỜ KÈM THEO',
  table<TransferSlipSheet, TransferSlipSheet['attachments'][number]>({
    rows: (slip) => slip.attachments,
    columns: [
      ['Tên giấy tờ', ({ name }) => name, '*'],
      ['SHA-256', ({ sha256 }) => sha256, 300],
    ],
  }),
);

/** Foot: the head of the unit signs; the electronic signature is named with its time. */
export const foot: SlipPart = (slip) => [
  ...when<TransferSlipSheet>(
    ({ signer }) => signer !== undefined,
    sentence(({ signer }) => `Được ký số bởi ${signer?.name ?? ''} lúc ${moment(signer?.signedAt) ?? ''}.`, true),
  )(slip),
  ...signatures<TransferSlipSheet>({
    copies: ({ taxOffice, dossier }) => [taxOffice.name, `Lưu hồ sơ ${dossier.code}`],
    boxes: [['THỦ TRƯỞNG ĐƠN VỊ', '(Ký, ghi rõ họ tên, đóng dấu)', ({ signer }) => signer?.name]],
  })(slip),
];
