import { errorCatalogue } from '@lienthong/kernel';

export const taxErrors = errorCatalogue('tax', {
  PRICE_ROW_DIFFERS: {
    kind: 'refusal',
    vi: 'Bảng giá đã có dòng {key} với giá trị khác; quyết định giá không được ghi đè.',
    en: 'The price table already has the row {key} with other values; a price decision is never overwritten.',
  },
  PRICE_ROW_PERIOD_INVALID: {
    kind: 'input',
    vi: 'Dòng giá {key} kết thúc trước khi bắt đầu.',
    en: 'The price row {key} ends before it begins.',
  },
  PRICE_ROW_MISSING: {
    kind: 'bug',
    vi: 'Không có dòng giá đang áp dụng vào ngày {on}.',
    en: 'No price row is in force on {on}.',
  },
  PRICE_PARTS_DIFFER: {
    kind: 'input',
    vi: 'Giá đất và giá nhà không cộng thành tổng giá {total} của hợp đồng.',
    en: 'The prices of land and buildings do not add up to the total {total} of the contract.',
  },
  SHARES_NOT_WHOLE: {
    kind: 'input',
    vi: 'Tỷ lệ sở hữu của một bên cộng lại bằng {sum}, phải bằng 1.',
    en: 'The shares of a side add up to {sum}, not to 1.',
  },
  DEFERRED_FEE_OPEN: {
    kind: 'refusal',
    vi: 'Còn ghi nợ {amount} đồng; phải nộp trước khi chuyển quyền.',
    en: '{amount} đồng are still deferred; they are paid before the property is transferred.',
  },
  CLAIM_INCOMPLETE: {
    kind: 'input',
    vi: 'Đề nghị miễn {ground} thiếu {missing}.',
    en: 'The claim {ground} lacks {missing}.',
  },
  PURPOSE_CHANGE_INCOMPLETE: {
    kind: 'input',
    vi: 'Chuyển mục đích cần có {missing}.',
    en: 'A change of purpose needs {missing}.',
  },
  PAYMENT_NEGATIVE: {
    kind: 'input',
    vi: 'Khoản nộp ngày {on} là số âm.',
    en: 'The payment of {on} is negative.',
  },
  LEGAL_ROW_MISSING: {
    kind: 'bug',
    vi: 'Chưa khai báo quy định {rule} áp dụng vào ngày {on}.',
    en: 'No row of {rule} is in force on {on}.',
  },
  AMOUNT_ZERO: {
    kind: 'bug',
    vi: 'Số tiền phải nộp bằng 0 của hồ sơ {dossierCode} cần cán bộ xử lý.',
    en: 'An amount of zero came out for dossier {dossierCode}: an officer has to decide.',
  },
  CLOCK_NOT_STARTED: {
    kind: 'bug',
    vi: 'Phiếu chuyển của hồ sơ {dossierCode} chưa được chấp nhận nên chưa tính thời hạn.',
    en: 'The slip of dossier {dossierCode} was not accepted, so no time runs.',
  },
  SLIP_CHANGED: {
    kind: 'input',
    vi: 'Phiếu chuyển {slipId} được gửi lại với nội dung khác.',
    en: 'Transfer slip {slipId} came again with other content.',
  },
  NOTICE_WITHOUT_REVENUE: {
    kind: 'bug',
    vi: 'Thông báo {number} không có khoản thu tương ứng.',
    en: 'Notice {number} belongs to no revenue of its assessment.',
  },
  NOT_READY_TO_ISSUE: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đang ở trạng thái {state}, không thể ban hành thông báo.',
    en: 'Dossier {dossierCode} is in state {state}: notices cannot be issued.',
  },
  PAYABLE_ITEM_UNKNOWN: {
    kind: 'input',
    vi: 'Cơ quan thuế chưa ban hành khoản phải nộp {payableItemId}.',
    en: 'This tax office has issued no payable item {payableItemId}.',
  },
  PAYABLE_ITEM_OF_ANOTHER_OFFICE: {
    kind: 'access',
    vi: 'Khoản phải nộp {payableItemId} thuộc cơ quan thuế khác.',
    en: 'Payable item {payableItemId} belongs to another tax office.',
  },
  OFFSET_OF_ANOTHER_PAYER: {
    kind: 'refusal',
    vi: 'Khoản phải nộp {payableItemId} không phải của người nộp khoản thừa {overpaymentId}.',
    en: 'Payable item {payableItemId} is not of the payer of overpayment {overpaymentId}.',
  },
  NOTHING_TO_OFFSET: {
    kind: 'refusal',
    vi: 'Khoản nộp thừa {overpaymentId} đã bù trừ hết, hoặc khoản {payableItemId} không còn phải nộp.',
    en: 'Nothing is left of overpayment {overpaymentId}, or nothing is due of payable item {payableItemId}.',
  },
  NOTICES_NOT_STANDING: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} không có thông báo nào đang có hiệu lực.',
    en: 'No notice of dossier {dossierCode} stands.',
  },
  NOT_TO_CONFIRM: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đang ở trạng thái {state}, không chờ xác nhận.',
    en: 'Dossier {dossierCode} is in state {state}: it waits for no confirmation.',
  },
  CLAIM_OF_STRANGER: {
    kind: 'input',
    vi: 'Người đề nghị miễn, ghi nợ không có trên phiếu chuyển của hồ sơ {dossierCode}.',
    en: 'Who claims an exemption is not a party of the slip of dossier {dossierCode}.',
  },
  VOUCHER_TOTAL_WRONG: {
    kind: 'input',
    vi: 'Tổng tiền của chứng từ {reference} khác tổng các dòng.',
    en: 'The total of voucher {reference} is not the sum of its lines.',
  },
  SCAN_REQUEST_UNKNOWN: {
    kind: 'input',
    vi: 'Cơ quan thuế chưa yêu cầu bản quét {requestId} của hồ sơ {dossierCode}.',
    en: 'This tax office has not asked for scans of dossier {dossierCode} under {requestId}.',
  },
  SCAN_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Hồ sơ {dossierCode} không có bản quét {fileId}.',
    en: 'Dossier {dossierCode} has no scan {fileId}.',
  },
  COLLECTION_UNKNOWN: {
    kind: 'bug',
    vi: 'Không xác định được cơ quan {member} cho xã {communeCode}.',
    en: 'There is no {member} office for commune {communeCode}.',
  },
});
