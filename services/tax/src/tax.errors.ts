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
  INVESTIGATION_ASKED: {
    kind: 'refusal',
    vi: 'Tra soát {id} đã có đề nghị điều chỉnh.',
    en: 'The correction of investigation {id} has been asked for.',
  },
  CORRECTION_INCOMPLETE: {
    kind: 'input',
    vi: 'Đề nghị điều chỉnh của tra soát {id} phải nêu các dòng đúng; nếu giấy nộp tiền đúng thì không nêu dòng nào.',
    en: 'A correction in investigation {id} says what the lines should be; of a voucher that was right, none.',
  },
  TREASURY_UNKNOWN: {
    kind: 'input',
    vi: 'Không có kho bạc nào mang mã {code}.',
    en: 'No treasury office has the code {code}.',
  },
  DATE_INVALID: {
    kind: 'input',
    vi: '“{text}” không phải là ngày.',
    en: '“{text}” is no date.',
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
  NOT_TO_ACCEPT: {
    kind: 'refusal',
    vi: 'Phiếu chuyển của hồ sơ {dossierCode} đang ở trạng thái {state}, không chờ chấp nhận.',
    en: 'The slip of dossier {dossierCode} is {state} and does not wait to be accepted.',
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
  SLIP_SHARES_NOT_WHOLE: {
    kind: 'refusal',
    vi: 'Tổng tỷ lệ sở hữu của {side} là {total}, phải bằng 1.',
    en: 'The shares of the side {side} add up to {total}, not to 1.',
  },
  SLIP_PARCEL_TWICE: {
    kind: 'refusal',
    vi: 'Phiếu kê {parcel} nhiều lần; tổng diện tích vượt diện tích thửa.',
    en: 'The slip lists {parcel} more than once; the areas exceed the parcel.',
  },
  SLIP_AREAS_DIFFER: {
    kind: 'refusal',
    vi: 'Diện tích từng phần của {parcel} không cộng thành {area} m².',
    en: 'The areas of {parcel} do not add up to {area} m².',
  },
  SLIP_DATE_AFTER_FILING: {
    kind: 'refusal',
    vi: '{what} ngày {on}, sau ngày nộp hồ sơ {filedOn}.',
    en: '{what}: {on} is after the day of filing {filedOn}.',
  },
  SLIP_DATE_BEFORE_FILING: {
    kind: 'refusal',
    vi: '{what} {on} trước ngày nộp hồ sơ {filedOn}.',
    en: '{what}: {on} is before the day of filing {filedOn}.',
  },
  SLIP_PRICE_ROW_WRONG: {
    kind: 'refusal',
    vi: '{parcel}: dòng giá từ ngày {from} ({decision}) không đúng bảng giá của cơ quan thuế.',
    en: '{parcel}: the price row of {from} ({decision}) is not one of the tax office’s table.',
  },
  SLIP_PRICE_ROW_MISSING: {
    kind: 'refusal',
    vi: '{parcel}: phiếu thiếu dòng giá áp dụng ngày {on} theo bảng giá.',
    en: '{parcel}: the slip lacks the row that the table has in force on {on}.',
  },
  SLIP_PRICE_TABLE_EMPTY: {
    kind: 'refusal',
    vi: '{parcel}: bảng giá không có dòng áp dụng ngày {on}.',
    en: '{parcel}: the price table has no row for {on}.',
  },
  SLIP_PERSON_UNIDENTIFIED: {
    kind: 'refusal',
    vi: '{count} người trên phiếu không có số định danh, mã số thuế hoặc giấy tờ khác.',
    en: '{count} persons of the slip have no identification number, tax code or other paper.',
  },
  SLIP_BUILDING_MISSING: {
    kind: 'refusal',
    vi: 'Hợp đồng có nhà nhưng phiếu không kê nhà, tài sản gắn liền với đất.',
    en: 'The contract passes a house on, but the slip lists no building.',
  },
  SLIP_BUILDING_ELSEWHERE: {
    kind: 'refusal',
    vi: 'Nhà kê tại {parcel}, là thửa không có trên phiếu.',
    en: 'A building stands on {parcel}, which is not on the slip.',
  },
  SLIP_TAX_OFFICE_WRONG: {
    kind: 'refusal',
    vi: 'Mã cơ quan thuế {taxOfficeCode} không phải cơ quan thuế nơi có đất.',
    en: 'Tax office code {taxOfficeCode} is not that of the office where the land lies.',
  },
  SLIP_SENDER_WRONG: {
    kind: 'refusal',
    vi: 'Mã đơn vị gửi {senderOfficeCode} không phải mã của văn phòng đăng ký đất đai gửi phiếu.',
    en: 'Sender code {senderOfficeCode} is not that of the land office which sent the slip.',
  },
  SLIP_KIND_NOT_ALLOWED: {
    kind: 'refusal',
    vi: 'Thủ tục {procedure} không dùng cho loại biến động {changeKind}.',
    en: 'Procedure {procedure} does not serve a change of kind {changeKind}.',
  },
  SLIP_REVENUE_MISSING: {
    kind: 'refusal',
    vi: 'Phiếu về {changeKind} phải yêu cầu xác định khoản {revenue}.',
    en: 'A slip about a {changeKind} has to ask for {revenue}.',
  },
  LAND_OFFICE_UNEXPECTED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} do cơ quan đăng ký đất đai {expected} giải quyết, không phải {sender}.',
    en: 'Dossier {dossierCode} is the land office {expected}’s, not {sender}’s.',
  },
  SLIP_FORMER_USE_WRONG: {
    kind: 'refusal',
    vi: 'Phiếu về chuyển mục đích, và chỉ phiếu đó, phải ghi mục đích và giá trước khi chuyển của {parcel}.',
    en: 'A slip about a change of purpose, and no other, states the purpose and price of {parcel} before it.',
  },
  SLIP_FEE_NOT_DEFERRED: {
    kind: 'refusal',
    vi: 'Tiền sử dụng đất không được ghi nợ theo phiếu chuyển; cần quyết định của cơ quan có thẩm quyền.',
    en: 'A land-use fee is not deferred by a slip; it needs the decision of the authority in charge.',
  },
  SLIP_CONTRACT_MISSING: {
    kind: 'refusal',
    vi: 'Phiếu chuyển nhượng phải có hợp đồng.',
    en: 'A slip about a transfer needs its contract.',
  },
  SLIP_CLAIM_OF_STRANGER: {
    kind: 'refusal',
    vi: '{count} đề nghị miễn giảm hoặc ghi nợ nêu người không có trên phiếu.',
    en: '{count} claims or wishes to defer name a person who is not on the slip.',
  },
  SLIP_CLAIM_UNKNOWN: {
    kind: 'refusal',
    vi: 'Đề nghị miễn {ground} dùng mã không có trong danh mục: {unknown}.',
    en: 'The claim {ground} uses words that the law book does not have: {unknown}.',
  },
  SLIP_SUBMISSION_OLD: {
    kind: 'refusal',
    vi: 'Lần gửi {submission} không lớn hơn lần gửi trước ({earlier}).',
    en: 'Submission {submission} does not count up from the earlier one ({earlier}).',
  },
  SLIP_REPLACES_NOTHING: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} chưa có phiếu chuyển để thay thế.',
    en: 'Dossier {dossierCode} has no slip that could be replaced.',
  },
  SLIP_REPLACES_ANOTHER: {
    kind: 'refusal',
    vi: 'Phiếu thay thế nêu phiếu {replaces}, phiếu đang có là {known}.',
    en: 'The slip replaces {replaces}, but the one that stands is {known}.',
  },
  SLIP_WITHDRAWAL_UNSERVED: {
    kind: 'refusal',
    vi: 'Thu hồi phiếu chuyển bằng thông điệp thu hồi (M15), không bằng một phiếu mới.',
    en: 'A slip is withdrawn by the message of withdrawal (M15), not by another slip.',
  },
  SLIP_SIGNER_UNKNOWN: {
    kind: 'access',
    vi: 'Khóa ký {kid} không thuộc cán bộ nào của cơ quan đăng ký đất đai.',
    en: 'Signing key {kid} belongs to no officer of the land registry.',
  },
  SLIP_SIGNER_OF_ANOTHER_OFFICE: {
    kind: 'access',
    vi: 'Người ký thuộc {signerOffice}, không thuộc đơn vị gửi {landOffice}.',
    en: 'The signer belongs to {signerOffice}, not to the sender {landOffice}.',
  },
  SLIP_SIGNER_NOT_LEADER: {
    kind: 'access',
    vi: 'Người ký bằng khóa {kid} không phải lãnh đạo văn phòng đăng ký đất đai.',
    en: 'The signer with key {kid} is not a leader of the land office.',
  },
  SLIP_SIGNATURE_EXPIRED: {
    kind: 'access',
    vi: 'Khóa ký {kid} không có hiệu lực lúc ký hoặc lúc nhận phiếu.',
    en: 'Signing key {kid} is not valid at signing or at receipt.',
  },
  SLIP_SIGNATURE_CHANGED_EARLY: {
    kind: 'access',
    vi: 'Khóa ký {kid} là khóa thay đổi, chưa đủ 15 ngày kể từ ngày thông báo; dùng được từ ngày {from}.',
    en: 'Signing key {kid} is a changed one, announced less than 15 days ago; it counts from {from}.',
  },
  SLIP_SIGNATURE_INVALID: {
    kind: 'access',
    vi: 'Chữ ký trên phiếu không đúng với nội dung phiếu.',
    en: 'The signature does not fit the content of the slip.',
  },
  SLIP_UNKNOWN: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} không có phiếu chuyển {slipId}.',
    en: 'Dossier {dossierCode} has no transfer slip {slipId}.',
  },
  SLIP_OF_ANOTHER_OFFICE: {
    kind: 'access',
    vi: 'Phiếu chuyển {slipId} do {landOffice} gửi, không phải {sender}.',
    en: 'Slip {slipId} came from {landOffice}, not from {sender}.',
  },
  COMPLETION_NOT_POSSIBLE: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đang ở trạng thái {state}; chỉ đề nghị bổ sung phiếu đã tiếp nhận và chưa ban hành thông báo.',
    en: 'Dossier {dossierCode} is in state {state}; only a slip that was accepted and has no notices yet is sent back for completion.',
  },
  CHANGE_NOT_ASSESSED: {
    kind: 'bug',
    vi: 'Loại biến động {changeKind} không được tính tự động.',
    en: 'A change of kind {changeKind} is not computed here.',
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
  DEFERRED_DEBT_UNKNOWN: {
    kind: 'input',
    vi: 'Cơ quan thuế không có khoản ghi nợ nào của hồ sơ {dossierCode} từ văn phòng đăng ký đất đai này.',
    en: 'This tax office has no debt of dossier {dossierCode} from this land office.',
  },
  NOTHING_DEFERRED: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} không còn khoản ghi nợ nào.',
    en: 'Nothing of dossier {dossierCode} is deferred any more.',
  },
  NOTICES_NOT_STANDING: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} không có thông báo nào đang có hiệu lực.',
    en: 'No notice of dossier {dossierCode} stands.',
  },
  NOTICES_NOT_FIRST: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} đã có thông báo; chỉ thông báo lần đầu được ban hành chung.',
    en: 'Dossier {dossierCode} has notices already; only first notices are issued jointly.',
  },
  NOTICES_NOT_JOINT: {
    kind: 'refusal',
    vi: 'Hồ sơ {dossierCode} và {otherCode} khác nơi thu hoặc thời kỳ áp dụng, không ban hành chung một thông báo.',
    en: 'Dossiers {dossierCode} and {otherCode} differ in where money is collected or in regime: no notice is for both.',
  },
  NOTICE_TOO_LONG: {
    kind: 'refusal',
    vi: 'Thông báo chung có {rows} dòng, nhiều nhất {most}.',
    en: 'The joint notice would have {rows} rows; at most {most} are allowed.',
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
