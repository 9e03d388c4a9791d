import type { SlipBuilding, SlipLand, SlipPerson, TransferSlipSentV2 } from '@lienthong/contracts';
import { localDate } from '@lienthong/kernel';
import type { SlipDraft } from '../dossiers/land-dossier.state';
import { personNumber } from './slip-sides.rules';
import type { PaperLine, PaperSection, PaperTable, SlipPaper } from './slip-paper.state';
import { inWords } from './slip-words.data';

type PrintedSlip = SlipDraft & Partial<Pick<TransferSlipSentV2, 'signature'>>;

/** The form's number, and whether its layout was told and not read in its text. */
export type SlipFormInForce = Pick<SlipPaper, 'form' | 'unverified'>;

const TITLE = 'PHIẾU CHUYỂN THÔNG TIN ĐỂ XÁC ĐỊNH NGHĨA VỤ TÀI CHÍNH VỀ ĐẤT ĐAI';

/** The slip as sections of labels and values; every field that the slip has is on the paper, and nothing else. */
export function slipPaper(slip: PrintedSlip, form: SlipFormInForce): SlipPaper {
  const { senderOfficeName, senderOfficeCode, taxOfficeName, taxOfficeCode, signature } = slip;
  return {
    ...form,
    title: TITLE,
    sender: `${senderOfficeName ?? ''} (${senderOfficeCode})`.trim(),
    number: slip.slipNumber,
    addressee: `${taxOfficeName ?? ''} (${taxOfficeCode})`.trim(),
    submission: `${inWords(slip.submissionKind)} (${slip.submission})`,
    sections: [
      dossierPart(slip),
      personsPart(slip),
      landPart(slip),
      housePart(slip),
      moneyPart(slip),
      papersPart(slip),
    ],
    ...(signature && { signature: { name: signature.signerName, signedAt: signature.signedAt } }),
  };
}

function dossierPart(slip: PrintedSlip): PaperSection {
  return section('I', 'Hồ sơ', [
    ['Mã hồ sơ', slip.dossierCode],
    ['Thủ tục', `${slip.procedure} ${slip.procedureName ?? ''}`.trim()],
    ['Loại biến động', inWords(slip.changeKind)],
    ['Ngày tiếp nhận', dayOf(slip.receivedAt)],
    ['Ngày đủ hồ sơ hợp lệ', dayOf(slip.completeAt)],
    ['Ngày đăng ký', day(slip.registeredOn)],
    ['Thay thế phiếu', slip.replacesSlipId],
    ['Lý do', slip.reason],
    ['Nội dung thay đổi', slip.changedFields?.join('; ')],
  ]);
}

function personsPart({ sellers, buyers }: PrintedSlip): PaperSection {
  const columns = [
    'Bên',
    'Loại',
    'Họ tên',
    'Số định danh / MST / giấy tờ',
    'Ngày sinh',
    'Địa chỉ',
    'Điện thoại',
    'Tỷ lệ',
  ];
  const rows = (side: string, persons: readonly SlipPerson[]): readonly (readonly string[])[] =>
    persons.map((person) => [
      side,
      inWords(person.kind ?? 'individual'),
      [person.name, person.representative && `đại diện: ${person.representative.name}`].filter(Boolean).join('; '),
      [personNumber(person), person.taxCode && `MST ${person.taxCode}`].filter(Boolean).join('; '),
      person.birthDate === undefined ? '' : day(person.birthDate),
      person.address?.text ?? '',
      person.phone ?? '',
      person.share,
    ]);
  const table = { columns, rows: [...rows('Chuyển', sellers), ...rows('Nhận', buyers)] };
  return section('II', 'Người sử dụng đất, chủ sở hữu tài sản', [], [table]);
}

function landPart({ parcels, certificate, contract }: PrintedSlip): PaperSection {
  const { serial, registerNumber, issuedOn, issuedBy } = certificate;
  const lines: readonly LinePair[] = [
    ['Giấy chứng nhận', [serial, registerNumber, day(issuedOn), issuedBy].filter(Boolean).join('; ')],
    ['Còn ghi nợ', dongs(certificate.openDeferredDong)],
    [
      'Hợp đồng',
      contract && [contract.number, day(contract.effectiveDate), contract.notary].filter(Boolean).join('; '),
    ],
    ['Giá hợp đồng', dongs(contract?.totalDong)],
    ['Giá đất', dongs(contract?.landDong)],
    ['Giá nhà', dongs(contract?.buildingDong)],
    ['Bên mua nộp thay', contract && (contract.buyerPaysSellersTax ? 'Có' : 'Không')],
  ];
  return section('III', 'Thửa đất', lines, [parcelsTable(parcels), pricesTable(parcels)]);
}

function parcelsTable(parcels: readonly SlipLand[]): PaperTable {
  const columns = [
    'Tờ',
    'Thửa',
    'Địa chỉ',
    'Vị trí',
    'Diện tích (m²)',
    'Riêng',
    'Chung',
    'Mục đích',
    'Thời hạn',
    'Nguồn gốc',
  ];
  const rows = parcels.map((parcel) => [
    parcel.mapSheet,
    parcel.parcelNumber,
    [parcel.address, parcel.communeCode].filter(Boolean).join('; '),
    [parcel.street, parcel.section, parcel.positionClass ?? parcel.position].filter(Boolean).join('; '),
    parcel.areaSquareMetres,
    parcel.privateAreaSquareMetres ?? '',
    parcel.sharedAreaSquareMetres ?? '',
    parcel.purposes?.map(({ purpose, areaSquareMetres }) => `${purpose} ${areaSquareMetres}`).join('; ') ??
      parcel.purpose,
    parcel.until === undefined ? 'Lâu dài' : day(parcel.until),
    parcel.origin ?? '',
  ]);
  return { columns, rows };
}

function pricesTable(parcels: readonly SlipLand[]): PaperTable {
  const columns = ['Thửa', 'Mục đích', 'Áp dụng từ', 'đến', 'Giá (đ/m²)', 'Hệ số điều chỉnh', 'Quyết định'];
  const rows = parcels.flatMap((parcel) =>
    (parcel.purposes ?? [parcel]).flatMap(({ purpose, priceRows = parcel.priceRows }) =>
      priceRows.map((row) => [
        parcel.parcelNumber,
        purpose,
        day(row.from),
        row.to === undefined ? '' : day(row.to),
        row.pricePerSquareMetreDong,
        row.adjustmentCoefficient,
        row.decision,
      ]),
    ),
  );
  return { columns, rows };
}

function housePart({ buildings = [] }: PrintedSlip): PaperSection {
  const columns = [
    'Thửa',
    'Loại',
    'Cấp',
    'Số tầng',
    'Xây dựng (m²)',
    'Sàn (m²)',
    'Năm hoàn thành',
    'Chất lượng (%)',
    'Đơn giá',
  ];
  return section('IV', 'Nhà, tài sản gắn liền với đất', [], [{ columns, rows: buildings.map(houseRow) }]);
}

function houseRow(house: SlipBuilding): readonly string[] {
  return [
    house.parcelNumber,
    house.kind,
    house.grade ?? '',
    String(house.floors ?? ''),
    house.builtAreaSquareMetres ?? '',
    house.floorAreaSquareMetres,
    String(house.completedYear ?? ''),
    String(house.qualityPercent),
    house.priceRows.map((row) => `${row.pricePerSquareMetreDong} (${inWords(row.basis)})`).join('; '),
  ];
}

function moneyPart({ revenues, claims = [], deferrals = [], deductions = [] }: PrintedSlip): PaperSection {
  const columns = ['Nội dung', 'Khoản', 'Người đề nghị', 'Căn cứ'];
  const rows = [
    ...claims.map((claim) => [
      'Miễn, giảm',
      inWords(claim.revenue),
      claim.person,
      claim.basis ?? inWords(claim.ground),
    ]),
    ...deferrals.map(({ revenue, person, basis }) => ['Ghi nợ', inWords(revenue), person, basis]),
    ...deductions.map(({ kind, amountDong, document }) => ['Được trừ', kind, amountDong, document]),
  ];
  return section(
    'V',
    'Nghĩa vụ tài chính cần xác định',
    [['Khoản cần xác định', revenues.map(inWords).join('; ')]],
    [{ columns, rows }],
  );
}

function papersPart({ attachments = [] }: PrintedSlip): PaperSection {
  const columns = ['Giấy tờ', 'Tên tệp', 'Kích thước (byte)', 'SHA-256'];
  const rows = attachments.map(({ code, name, size, sha256 }) => [inWords(code), name, String(size), sha256]);
  return section('VI', 'Giấy tờ kèm theo', [], [{ columns, rows }]);
}

type LinePair = readonly [label: string, value: string | undefined];

/** Lines without a value and tables without a row are not printed. */
function section(
  number: string,
  title: string,
  pairs: readonly LinePair[],
  tables: readonly PaperTable[] = [],
): PaperSection {
  const lines = pairs.flatMap(([label, value]): readonly PaperLine[] => (value ? [{ label, value }] : []));
  return { number, title, lines, tables: tables.filter(({ rows }) => rows.length > 0) };
}

function day(date: string): string {
  return date.split('-').reverse().join('/');
}

function dayOf(instant: string): string {
  return day(localDate(new Date(instant)));
}

function dongs(amount: string | undefined): string | undefined {
  return amount?.replace(/\B(?=(\d{3})+$)/g, '.');
}
