import { errorCatalogue } from '@lienthong/kernel';
import { slipErrorRows } from './slips/slip-errors.data';

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
  FILED_WITH_AWAITED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} nộp cùng hồ sơ xóa thế chấp {filedWith}, hồ sơ đó chưa đến cơ quan này.',
    en: 'Dossier {dossierCode} was filed together with the deregistration {filedWith}, which is not at this office yet.',
  },
  REJECTION_TOO_LATE: {
    kind: 'refusal',
    vi: 'Không thể từ chối hồ sơ {dossierCode}: {obstacle}',
    en: 'Dossier {dossierCode} can no longer be refused: {obstacle}',
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
  ...slipErrorRows,
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
