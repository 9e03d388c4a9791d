import { errorCatalogue } from '@lienthong/kernel';

export const landErrors = errorCatalogue('land-registry', {
  STEP_NOT_ALLOWED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đang ở bước {status}, không chờ {wanted}. Bước đang mở: {allowed}.',
    en: 'Dossier {dossierCode} is at {status} and does not expect {wanted}. Open steps: {allowed}.',
  },
  PROCEDURE_UNKNOWN: {
    kind: 'refusal',
    vi: 'Không có thủ tục {procedure} vào ngày {on}.',
    en: 'There is no procedure {procedure} on {on}.',
  },
  NO_OVERDUE_LIST: {
    kind: 'refusal',
    vi: 'Cơ quan thuế chưa gửi danh sách quá hạn nào về hồ sơ {dossierCode}.',
    en: 'The tax office has listed nothing of dossier {dossierCode} as overdue.',
  },
  OVERDUE_REVIEWED: {
    kind: 'refusal',
    vi: 'Danh sách quá hạn mới nhất về hồ sơ {dossierCode} đã được rà soát: {finding}.',
    en: 'The latest overdue list about dossier {dossierCode} was reviewed already: {finding}.',
  },
  EXTENSION_UNKNOWN: {
    kind: 'refusal',
    vi: 'Thủ tục của hồ sơ {dossierCode} không cho kéo dài thời hạn vì {extension}; có: {known}.',
    en: 'The procedure of dossier {dossierCode} gives no more time for {extension}; it knows: {known}.',
  },
  EXTENSION_APPLIED: {
    kind: 'refusal',
    vi: 'Thời hạn của hồ sơ {dossierCode} đã được kéo dài vì {extension}.',
    en: 'Dossier {dossierCode} was given more time for {extension} already.',
  },
  DOSSIER_ALREADY_KNOWN: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đã được tiếp nhận với số biên nhận {receiptNumber}.',
    en: 'Dossier {dossierCode} is already registered under receipt number {receiptNumber}.',
  },
  SLIP_UNKNOWN: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} không có phiếu chuyển {slipId}.',
    en: 'Dossier {dossierCode} has no transfer slip {slipId}.',
  },
  DESK_UNEXPECTED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} do bộ phận một cửa {expected} chuyển, không phải {sender}.',
    en: 'Dossier {dossierCode} came from the desk {expected}, not from {sender}.',
  },
  TAX_OFFICE_UNEXPECTED: {
    kind: 'refusal',
    vi: 'Phiếu chuyển của hồ sơ {dossierCode} gửi {expected}, không phải {sender}.',
    en: 'The slip of dossier {dossierCode} went to {expected}, not to {sender}.',
  },
  NOTICE_CHANGED: {
    kind: 'refusal',
    vi: 'Thông báo {noticeNumber} đã lưu với nội dung khác; thông báo sửa phải có số mới.',
    en: 'Notice {noticeNumber} is stored with other content; an amended notice needs a number of its own.',
  },
  NOTICE_UNKNOWN: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} chưa có thông báo {noticeNumbers}.',
    en: 'Dossier {dossierCode} has no notice {noticeNumbers} yet.',
  },
  PARCEL_HELD_BY_ANOTHER: {
    kind: 'refusal',
    vi: 'Thửa đất {parcel} đang được giữ cho hồ sơ {heldBy}.',
    en: 'Parcel {parcel} is held by dossier {heldBy}.',
  },
  PARCEL_NOT_HELD: {
    kind: 'bug',
    vi: 'Thửa đất {parcel} không được giữ cho hồ sơ {dossierCode}.',
    en: 'Parcel {parcel} is not held by dossier {dossierCode}.',
  },
  PARCEL_ENCUMBERED: {
    kind: 'refusal',
    vi: 'R5: {parcel} đang có {kind} đăng ký số {registerNumber}, chưa xóa và không có văn bản đồng ý.',
    en: 'R5: {parcel} bears {kind} under register number {registerNumber}, neither released nor consented to.',
  },
  SIGNATURE_BLOCKED: {
    kind: 'refusal',
    vi: 'Chưa ký được hồ sơ {dossierCode}: {reason}',
    en: 'Dossier {dossierCode} cannot be signed yet: {reason}',
  },
  ENCUMBRANCE_UNKNOWN: {
    kind: 'refusal',
    vi: 'Không có đăng ký số {registerNumber} cần xóa trên {parcel}.',
    en: 'Register number {registerNumber}, which is to be removed, does not lie on {parcel}.',
  },
  DEFERRED_DEBT_OPEN: {
    kind: 'refusal',
    vi: 'Khoản ghi nợ theo số đăng ký {registerNumber} trên {parcel} chưa nộp đủ; cơ quan thuế đã được đề nghị mở khoản nộp.',
    en: 'The debt under register number {registerNumber} on {parcel} is not paid; the tax office was asked to make it payable.',
  },
  NOTHING_AWAITED_OF_TAX: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đang ở trạng thái {status}, không chờ trả lời của cơ quan thuế.',
    en: 'Dossier {dossierCode} is in state {status}: no answer of the tax office is awaited.',
  },
  PERMISSION_NEEDED: {
    kind: 'refusal',
    vi: '{parcel}: chuyển mục đích từ {from} sang {to} phải được cho phép, nộp theo thủ tục 1.013949.',
    en: '{parcel}: a change from {from} to {to} needs a permission; it is filed under 1.013949.',
  },
  PARCEL_BLOCKED: {
    kind: 'refusal',
    vi: 'R5: {parcel} {kind} theo văn bản {documentNumber} của {issuedBy}, chưa được giải tỏa.',
    en: 'R5: {parcel} is under order {documentNumber} of {issuedBy} ({kind}), which is not lifted.',
  },
  BLOCK_ORDER_KNOWN: {
    kind: 'refusal',
    vi: 'Văn bản ngăn chặn {documentNumber} đã được ghi nhận cho {parcel}.',
    en: 'Order {documentNumber} is entered for {parcel} already.',
  },
  BLOCK_ORDER_UNKNOWN: {
    kind: 'refusal',
    vi: 'Không có văn bản ngăn chặn {documentNumber} còn hiệu lực trên {parcel}.',
    en: 'No order {documentNumber} is in force on {parcel}.',
  },
  PAPERS_ALREADY_WANTED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đã yêu cầu bổ sung giấy tờ {limit} lần, không yêu cầu thêm.',
    en: 'Papers were wanted {limit} times for dossier {dossierCode}; no further request is possible.',
  },
  PAPERS_NOT_WANTED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} không chờ giấy tờ theo yêu cầu {requestId}.',
    en: 'Dossier {dossierCode} does not wait for papers of request {requestId}.',
  },
  PAPERS_AWAITED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đang chờ bổ sung giấy tờ theo {documentNumber}.',
    en: 'Dossier {dossierCode} waits for the papers of {documentNumber}.',
  },
  REFILING_CONTRADICTS: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} nộp theo thủ tục {filed}: lý do {cause} không đi với thủ tục {procedure}.',
    en: 'Dossier {dossierCode} was filed under {filed}: cause {cause} does not go with procedure {procedure}.',
  },
  OBLIGATION_OPEN: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} còn phải nộp {remainderDong} đồng sau khi Kho bạc hủy hạch toán; chưa ký được giấy chứng nhận.',
    en: 'Dossier {dossierCode} owes {remainderDong} đồng since a booking was taken back; nothing is signed.',
  },
  RECORD_DIFFERS: {
    kind: 'refusal',
    vi: 'Có {count} bản ghi đã có với giá trị khác; xem từng chỗ trong "faults".',
    en: '{count} records exist with other values; each is listed in "faults".',
  },
  RECORDS_INVALID: {
    kind: 'input',
    vi: 'Dữ liệu đăng ký có {count} chỗ sai; xem từng chỗ trong "faults".',
    en: 'The records have {count} faults; each is listed in "faults".',
  },
  DOSSIER_INVALID: {
    kind: 'input',
    vi: 'Hồ sơ có {count} chỗ không đúng quy định; xem từng chỗ trong "faults".',
    en: 'The dossier breaks {count} rules; each is listed in "faults".',
  },
  OFFICE_UNKNOWN: {
    kind: 'refusal',
    vi: 'Không có cơ quan {member} phụ trách xã {communeCode} vào ngày {on}.',
    en: 'No office of {member} is in charge of commune {communeCode} on {on}.',
  },
  SCAN_DIFFERS: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đã có bản quét khác của giấy tờ {paper}.',
    en: 'Dossier {dossierCode} has another scan of its {paper} already.',
  },
  SCAN_TOO_LARGE: {
    kind: 'input',
    status: 413,
    vi: 'Bản quét lớn hơn {limitBytes} byte.',
    en: 'The scan is larger than {limitBytes} bytes.',
  },
  SCAN_EMPTY: {
    kind: 'input',
    vi: 'Bản quét không có nội dung.',
    en: 'The scan is empty.',
  },
  SLIP_NOT_FOR_KIND: {
    kind: 'bug',
    vi: 'Loại biến động {changeKind} không có phiếu chuyển thông tin.',
    en: 'No slip goes to the tax office for a change of kind {changeKind}.',
  },
  SLIP_NOT_DRAFTED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} chưa lập phiếu chuyển.',
    en: 'No slip was drawn up for dossier {dossierCode} yet.',
  },
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
  SLIP_VERSIONS_EXHAUSTED: {
    kind: 'refusal',
    vi: 'Phiếu đã gửi đủ số lần cho phép; lần {submission} không gửi được.',
    en: 'The slip was sent as often as may be; submission {submission} is too many.',
  },
  SLIP_NOT_AT_TAX: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} không có phiếu chuyển nào đang ở cơ quan thuế.',
    en: 'No slip of dossier {dossierCode} is at the tax office.',
  },
  REVENUE_COPY_CHANGED: {
    kind: 'refusal',
    vi: 'Bản sao xác nhận thu {confirmationId} đã lưu với nội dung khác.',
    en: 'The revenue copy {confirmationId} is stored with other content.',
  },
});
