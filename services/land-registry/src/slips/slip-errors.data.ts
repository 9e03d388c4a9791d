import type { ErrorEntry } from '@lienthong/kernel';

/** What stands in the way of signing a slip: each rule of L §2.1.3 has its own code. */
export const slipErrorRows = {
  SLIP_FAULTY: {
    kind: 'refusal',
    status: 422,
    vi: 'Phiếu chuyển của hồ sơ {dossierCode} có {count} lỗi, chưa được ký; xem từng lỗi trong "faults".',
    en: 'The slip of dossier {dossierCode} has {count} faults and is not signed; each is listed in "faults".',
  },
  SLIP_R1_SHARES_NOT_WHOLE: {
    kind: 'refusal',
    vi: 'Tổng tỷ lệ sở hữu của bên {side} là {total}, phải bằng 1 (R1).',
    en: 'The shares of {side} add up to {total}, not to 1 (R1).',
  },
  SLIP_R2_AREAS_DIFFER: {
    kind: 'refusal',
    vi: 'Thửa {parcelNumber}: diện tích {area} m² không bằng tổng các phần hoặc khác sổ địa chính, hoặc thửa kê hai lần (R2).',
    en: 'Parcel {parcelNumber}: {area} m² is not the sum of its parts or not the register’s area, or it is listed twice (R2).',
  },
  SLIP_R3_DATE_AFTER_FILING: {
    kind: 'refusal',
    vi: 'Ngày {on} sau ngày nộp hồ sơ {filedOn} (R3).',
    en: 'The date {on} is after the day of filing {filedOn} (R3).',
  },
  SLIP_R4_CERTIFICATE_OF_ANOTHER: {
    kind: 'refusal',
    vi: 'Giấy chứng nhận {serial} không thuộc bên chuyển theo sổ địa chính (R4).',
    en: 'Certificate {serial} does not belong to the transferor by the register (R4).',
  },
  SLIP_R5_PARCEL_BLOCKED: {
    kind: 'refusal',
    vi: 'Thửa {parcelNumber} đang có {kind} số {registerNumber} chưa xóa và không có văn bản đồng ý (R5).',
    en: 'On parcel {parcelNumber} lies {kind} {registerNumber}, not released and without consent (R5).',
  },
  SLIP_R6_PRICE_ROW_MISSING: {
    kind: 'refusal',
    vi: 'Phiếu không có đúng dòng giá đất {purpose} của bảng giá áp dụng ngày {on} (R6).',
    en: 'The slip lacks the row of the price table for {purpose} in force on {on} (R6).',
  },
  SLIP_R7_PERSON_UNIDENTIFIED: {
    kind: 'refusal',
    vi: 'Một người của bên {side} không có số định danh, mã số thuế hoặc giấy tờ khác (R7).',
    en: 'A person of {side} has no identification number, tax code or other paper (R7).',
  },
  SLIP_R8_BUILDING_MISSING: {
    kind: 'refusal',
    vi: 'Hợp đồng có nhà nhưng phiếu không kê nhà, hoặc nhà kê trên thửa không có trong phiếu (R8).',
    en: 'The contract passes a house on that the slip does not describe, or a house stands on no parcel of the slip (R8).',
  },
  SLIP_R9_SOLE_HOME_TOO_SHORT: {
    kind: 'refusal',
    vi: 'Đề nghị miễn thuế nhà ở duy nhất: mới sở hữu {held} ngày, cần {needed} ngày (R9).',
    en: 'The claim of the only home: held for {held} days, {needed} are needed (R9).',
  },
  SLIP_R10_TAX_OFFICE_WRONG: {
    kind: 'refusal',
    vi: 'Cơ quan thuế {taxOfficeCode} không quản lý xã {communeCode} (R10).',
    en: 'Tax office {taxOfficeCode} is not in charge of commune {communeCode} (R10).',
  },
  SLIP_R11_KIND_NOT_ALLOWED: {
    kind: 'refusal',
    vi: 'Thủ tục {procedure} không dùng cho loại biến động {changeKind} (R11).',
    en: 'Procedure {procedure} does not serve a change of kind {changeKind} (R11).',
  },
  SLIP_CONTRACT_MISSING: {
    kind: 'refusal',
    vi: 'Phiếu chuyển nhượng phải có hợp đồng.',
    en: 'A slip about a transfer needs its contract.',
  },
  SLIP_PRICE_PARTS_DIFFER: {
    kind: 'refusal',
    vi: 'Giá đất và giá nhà không cộng thành tổng giá {total} của hợp đồng.',
    en: 'The prices of land and house do not add up to the total {total} of the contract.',
  },
  SLIP_DATE_BEFORE_FILING: {
    kind: 'refusal',
    vi: 'Ngày {on} trước ngày nộp hồ sơ {filedOn} (R3).',
    en: 'The date {on} is before the day of filing {filedOn} (R3).',
  },
  SLIP_REVENUE_MISSING: {
    kind: 'refusal',
    vi: 'Phiếu về {changeKind} phải yêu cầu xác định khoản {revenue} (R11).',
    en: 'A slip about a {changeKind} has to ask for {revenue} (R11).',
  },
  SLIP_FORMER_USE_WRONG: {
    kind: 'refusal',
    vi: 'Phiếu về chuyển mục đích, và chỉ phiếu đó, phải ghi mục đích và giá trước khi chuyển của thửa {parcelNumber} (R11).',
    en: 'A slip about a change of purpose, and no other, states the purpose and price of parcel {parcelNumber} before it (R11).',
  },
  SLIP_BUYER_NOT_IN_PAPERS: {
    kind: 'refusal',
    vi: 'Một người của bên nhận trên phiếu không có trong hồ sơ đã nộp: cả tên và số đều khác.',
    en: 'A person of the receiving side of the slip is not in the papers that were filed: name and number both differ.',
  },
  SLIP_BUYER_LEFT_OUT: {
    kind: 'refusal',
    vi: 'Phiếu thiếu {missing} người của bên nhận có trong hồ sơ đã nộp.',
    en: 'The slip leaves out {missing} persons of the receiving side who are in the papers that were filed.',
  },
  SLIP_FIELD_PERSON_ADDRESS: {
    kind: 'refusal',
    vi: '{path}: phiếu chưa ghi địa chỉ.',
    en: '{path}: the slip does not state the address.',
  },
  SLIP_FIELD_PERSON_PHONE: {
    kind: 'refusal',
    vi: '{path}: phiếu chưa ghi số điện thoại hoặc thư điện tử.',
    en: '{path}: the slip states neither telephone nor e-mail.',
  },
  SLIP_FIELD_PARCEL_ADDRESS: {
    kind: 'refusal',
    vi: '{path}: phiếu chưa ghi địa chỉ thửa đất.',
    en: '{path}: the slip does not state the address of the parcel.',
  },
  SLIP_FIELD_PARCEL_TERM: {
    kind: 'refusal',
    vi: '{path}: phiếu chưa ghi thời hạn sử dụng đất.',
    en: '{path}: the slip does not state the term of use.',
  },
  SLIP_FIELD_PARCEL_ORIGIN: {
    kind: 'refusal',
    vi: '{path}: phiếu chưa ghi nguồn gốc sử dụng đất.',
    en: '{path}: the slip does not state the origin of the use.',
  },
  SLIP_FIELD_CERTIFICATE_NUMBER: {
    kind: 'refusal',
    vi: 'Phiếu chưa ghi số vào sổ của giấy chứng nhận.',
    en: 'The slip does not state the register number of the certificate.',
  },
  SLIP_FIELD_CERTIFICATE_ISSUER: {
    kind: 'refusal',
    vi: 'Phiếu chưa ghi nơi cấp giấy chứng nhận.',
    en: 'The slip does not state who issued the certificate.',
  },
  SLIP_FIELD_NOTARY: {
    kind: 'refusal',
    vi: 'Phiếu chưa ghi ngày và nơi công chứng hợp đồng.',
    en: 'The slip does not state when and where the contract was notarised.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
