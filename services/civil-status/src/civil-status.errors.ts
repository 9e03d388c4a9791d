import { errorCatalogue } from '@lienthong/kernel';

export const civilErrors = errorCatalogue('civil-status', {
  STEP_NOT_ALLOWED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đang ở bước {status}, không thể {wanted}. Cần ở bước: {needed}.',
    en: 'Dossier {dossierCode} is at {status}: {wanted} is not possible there. It needs to be at: {needed}.',
  },
  EXTENSION_UNKNOWN: {
    kind: 'refusal',
    vi: 'Thủ tục của hồ sơ {dossierCode} không cho người đăng ký kéo dài thời hạn vì {extension}; có: {known}.',
    en: 'The procedure of dossier {dossierCode} gives the registrar no more time for {extension}; it knows: {known}.',
  },
  EXTENSION_APPLIED: {
    kind: 'refusal',
    vi: 'Thời hạn của hồ sơ {dossierCode} đã được kéo dài vì {extension}.',
    en: 'Dossier {dossierCode} was given more time for {extension} already.',
  },
  NOTHING_TO_ASK_AGAIN: {
    kind: 'refusal',
    vi: 'Nhánh {branch} của hồ sơ {dossierCode} không có yêu cầu nào chưa gửi được.',
    en: 'Branch {branch} of dossier {dossierCode} has no request that could not be delivered.',
  },
  CHAIN_OF_ANOTHER_KIND: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} là {kind}, không phải {wanted}.',
    en: 'Dossier {dossierCode} is a {kind}, not a {wanted}.',
  },
  SENDER_UNEXPECTED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} chờ trả lời từ {expected}, không phải {sender}.',
    en: 'Dossier {dossierCode} awaits an answer of {expected}, not of {sender}.',
  },
  BRANCH_UNKNOWN: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} không có nhánh {subDossierCode}.',
    en: 'Dossier {dossierCode} has no branch {subDossierCode}.',
  },
  PROCEDURE_UNKNOWN: {
    kind: 'refusal',
    vi: 'Thủ tục {procedure} không áp dụng vào ngày {on}.',
    en: 'Procedure {procedure} is not in force on {on}.',
  },
  OFFICE_UNKNOWN: {
    kind: 'refusal',
    vi: 'Không có cơ quan {member} phụ trách xã {communeCode} vào ngày {on}.',
    en: 'No office of {member} is in charge of commune {communeCode} on {on}.',
  },
  DECLARATION_MISSING: {
    kind: 'input',
    status: 422,
    vi: 'Cần đúng một tờ khai cùng loại với hồ sơ.',
    en: 'Exactly one declaration of the kind of the dossier is needed.',
  },
  CORRECTION_OUT_OF_BOUNDS: {
    kind: 'refusal',
    status: 422,
    vi: 'Không thể sửa {fields} của hồ sơ {dossierCode}: nhánh đã chọn, nơi đăng ký và hồ sơ liên kết không đổi; cần nộp hồ sơ mới.',
    en: 'Fields {fields} of dossier {dossierCode} cannot be corrected: choice, place of registration and link stay; declare anew.',
  },
  CORRECTION_NOT_REGISTRABLE: {
    kind: 'refusal',
    status: 422,
    vi: 'Tờ khai đã sửa của hồ sơ {dossierCode} không đăng ký được: {faults}',
    en: 'The corrected declaration of dossier {dossierCode} cannot be registered: {faults}',
  },
  OPINION_AWAITED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đang chờ ý kiến của {office} đến {dueAt}.',
    en: 'Dossier {dossierCode} awaits the opinion of {office} until {dueAt}.',
  },
  OPINION_DUE_PASSED: {
    kind: 'input',
    status: 422,
    vi: 'Hạn trả lời {dueAt} đã qua.',
    en: 'The answer cannot be due at {dueAt}, which has passed.',
  },
  PERSON_DECLARED_ALREADY: {
    kind: 'refusal',
    vi: 'Hồ sơ {firstDossierCode} đã có người này; không thể sửa hồ sơ {dossierCode} thành như vậy.',
    en: 'Dossier {firstDossierCode} has this person already; {dossierCode} cannot be corrected to that.',
  },
  NUMBER_WOULD_NOT_FIT: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đã xin số định danh theo giới tính và năm sinh; không thể sửa hai mục này.',
    en: 'The number of dossier {dossierCode} follows sex and year of birth; these cannot be corrected any more.',
  },
  CORRECTION_EMPTY: {
    kind: 'refusal',
    status: 422,
    vi: 'Nội dung cải chính {fields} không khác sổ hộ tịch, không có trong sổ hoặc bị nêu hai lần.',
    en: 'The correction of {fields} does not differ from the register, is not in it, or is named twice.',
  },
  ALREADY_REVOKED: {
    kind: 'refusal',
    vi: 'Việc khai tử của hồ sơ {dossierCode} đã bị hủy theo quyết định {decisionNumber}.',
    en: 'The death of dossier {dossierCode} was cancelled by decision {decisionNumber}.',
  },
  BOOK_CLOSED: {
    kind: 'refusal',
    vi: 'Quyển {book} đã khóa ngày {closedOn}.',
    en: 'Book {book} was closed on {closedOn}.',
  },
  NUMBER_NOT_OBTAINED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} chưa có số định danh cá nhân.',
    en: 'Dossier {dossierCode} has no personal identification number yet.',
  },
  POPULATION_DATABASE_AWAY: {
    kind: 'transient',
    vi: 'Cơ sở dữ liệu dân cư chưa trả lời.',
    en: 'The population database does not answer.',
  },
});
