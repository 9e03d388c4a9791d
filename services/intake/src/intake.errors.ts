import { errorCatalogue } from '@lienthong/kernel';

export const intakeErrors = errorCatalogue('intake', {
  DOSSIER_INVALID: {
    kind: 'input',
    vi: 'Hồ sơ có {count} chỗ không đúng quy định; xem từng chỗ trong "faults".',
    en: 'The dossier breaks {count} rules; each is listed in "faults".',
  },
  STEP_NOT_ALLOWED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đang ở trạng thái {state} ({stateName}), không thể thực hiện bước {step}.',
    en: 'Dossier {dossierCode} is in state {state}; the step {step} is not possible.',
  },
  OFFICE_UNKNOWN: {
    kind: 'refusal',
    vi: 'Không có cơ quan {member} phụ trách xã {communeCode} vào ngày {on}.',
    en: 'No office of {member} is in charge of commune {communeCode} on {on}.',
  },
  DOSSIER_ALREADY_KNOWN: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đã có tại bộ phận một cửa.',
    en: 'The one-stop desk has the dossier {dossierCode} already.',
  },
  PAPERS_AMBIGUOUS: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} phải có giấy tờ của một việc: chuyển quyền, hoặc yêu cầu không đổi chủ.',
    en: 'Dossier {dossierCode} needs the papers of one thing: a conveyance, or a request without another owner.',
  },
  DESK_UNKNOWN: {
    kind: 'access',
    vi: 'Không có bộ phận một cửa {office} vào ngày {on}.',
    en: 'There is no one-stop desk {office} on {on}.',
  },
  LAND_OFFICE_UNEXPECTED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} được chuyển cho {expected}, không phải {sender}.',
    en: 'Dossier {dossierCode} was forwarded to {expected}, not to {sender}.',
  },
  RECEIPT_NUMBER_CHANGED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đã có số biên nhận {known}, không nhận số {received}.',
    en: 'Dossier {dossierCode} has the receipt number {known}; {received} is refused.',
  },
  RESULT_CHANGED: {
    kind: 'refusal',
    vi: 'Kết quả thuế của thông báo {noticeNumber} đã lưu với nội dung khác.',
    en: 'The tax result of notice {noticeNumber} is stored with other content.',
  },
  ALREADY_FULFILLED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đã được xác nhận hoàn thành nghĩa vụ tài chính ngày {fulfilledOn}.',
    en: 'The obligation of dossier {dossierCode} was already confirmed as fulfilled on {fulfilledOn}.',
  },
  CERTIFICATE_MISSING: {
    kind: 'refusal',
    vi: 'Kết thúc hồ sơ {dossierCode} mà không có giấy chứng nhận.',
    en: 'Dossier {dossierCode} was concluded as done without a certificate.',
  },
  WRITTEN_NOTICE_MISSING: {
    kind: 'refusal',
    vi: 'Dừng hồ sơ {dossierCode} phải có lý do và số văn bản thông báo.',
    en: 'Stopping dossier {dossierCode} needs a reason and the number of the written notice.',
  },
  NO_PAPERS_WANTED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đang ở trạng thái {state}, không chờ bổ sung giấy tờ.',
    en: 'Dossier {dossierCode} is in state {state}; it waits for no papers.',
  },
  WITHDRAWAL_TOO_LATE: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đang ở trạng thái {state} ({stateName}), không rút được.',
    en: 'Dossier {dossierCode} is in state {state} and cannot be withdrawn.',
  },
  NO_REFILING_WANTED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} không phải nộp lại, hoặc đã nộp lại thành hồ sơ {refiledAs}.',
    en: 'Dossier {dossierCode} need not be filed anew, or was filed anew as {refiledAs}.',
  },
  PROCEDURE_NOT_WANTED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} phải nộp lại theo thủ tục {wanted}, không phải {procedure}.',
    en: 'Dossier {dossierCode} has to be filed anew under procedure {wanted}, not {procedure}.',
  },
  CIVIL_OFFICE_UNEXPECTED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} được chuyển cho cơ quan hộ tịch {expected}, không phải {sender}.',
    en: 'Dossier {dossierCode} was forwarded to the civil-status office {expected}, not to {sender}.',
  },
  BRANCH_NOT_WAITING: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode}, phần {branch} đang ở trạng thái {state}, không chờ bổ sung giấy tờ.',
    en: 'Branch {branch} of dossier {dossierCode} is in state {state}; it waits for no papers.',
  },
  PAPERS_ALREADY_BROUGHT: {
    kind: 'refusal',
    vi: 'Giấy tờ bổ sung cho phần {branch} của hồ sơ {dossierCode} đã được nộp và đang chuyển đi; chờ cơ quan xử lý tiếp hoặc yêu cầu lại.',
    en: 'The papers for branch {branch} of dossier {dossierCode} were brought already and are on their way; its agency goes on, or asks again.',
  },
  NOT_REGISTERED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} chưa được đăng ký hộ tịch.',
    en: 'Nothing is registered for dossier {dossierCode}.',
  },
  REGISTRATION_CHANGED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đã đăng ký số {known}, không nhận số {received}.',
    en: 'Dossier {dossierCode} is registered under {known}; {received} is refused.',
  },
  RESULT_MISSING: {
    kind: 'refusal',
    vi: 'Kết thúc hồ sơ {dossierCode} mà không có kết quả nào.',
    en: 'Dossier {dossierCode} was concluded without any result.',
  },
  REASON_MISSING: {
    kind: 'refusal',
    vi: 'Dừng hoặc không tiếp nhận hồ sơ {dossierCode} phải có lý do.',
    en: 'Stopping or not accepting dossier {dossierCode} needs a reason.',
  },
});
