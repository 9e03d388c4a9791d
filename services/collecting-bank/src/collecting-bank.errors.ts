import { errorCatalogue } from '@lienthong/kernel';

export const bankErrors = errorCatalogue('collecting-bank', {
  ITEM_CHANGED: {
    kind: 'input',
    vi: 'Khoản phải nộp {payableItemId} được công bố lại với nội dung khác.',
    en: 'Payable item {payableItemId} was published again with other content.',
  },
  ITEM_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Cơ quan thuế chưa công bố khoản phải nộp {payableItemId}.',
    en: 'The tax office has published no payable item {payableItemId}.',
  },
  ITEM_ALREADY_PAID: {
    kind: 'refusal',
    vi: 'Khoản phải nộp {payableItemId} đã được nộp theo số tham chiếu {reference}.',
    en: 'Payable item {payableItemId} has been paid by voucher {reference}.',
  },
  ITEM_ORDERED: {
    kind: 'refusal',
    vi: 'Khoản phải nộp {payableItemId} đang được nộp theo lệnh có số tham chiếu {reference}; hãy tra cứu lệnh này.',
    en: 'Payable item {payableItemId} is being paid by the order with reference {reference}: ask for its state.',
  },
  ORDER_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có lệnh nộp {orderNumber}.',
    en: 'There is no payment order {orderNumber}.',
  },
  ORDER_CHANGED: {
    kind: 'refusal',
    vi: 'Lệnh nộp {orderNumber} đã được gửi với nội dung khác, số tham chiếu {reference}.',
    en: 'Payment order {orderNumber} was sent before with other content, under reference {reference}.',
  },
  ORDER_ANSWERED: {
    kind: 'refusal',
    vi: 'Lệnh nộp có số tham chiếu {reference} đã được trả lời ({state}).',
    en: 'The payment order with reference {reference} has been answered ({state}).',
  },
  REASON_MISSING: {
    kind: 'input',
    vi: 'Từ chối lệnh nộp {reference} phải nêu lý do.',
    en: 'A refusal of order {reference} needs its reason.',
  },
  LINES_MIXED: {
    kind: 'input',
    vi: 'Một giấy nộp tiền ghi ID cho mọi dòng hoặc không ghi dòng nào.',
    en: 'A voucher names the ID of every line or of none.',
  },
  AMOUNT_ZERO: {
    kind: 'input',
    vi: 'Mỗi dòng của giấy nộp tiền phải có số tiền lớn hơn 0.',
    en: 'Every line of a voucher has an amount above zero.',
  },
  ALREADY_TRANSFERRED: {
    kind: 'refusal',
    vi: 'Tiền của số tham chiếu {reference} đã chuyển.',
    en: 'The money of reference {reference} has been transferred.',
  },
  DATE_INVALID: {
    kind: 'input',
    vi: '“{text}” không phải là ngày.',
    en: '“{text}” is no date.',
  },
  ITEM_TWICE: {
    kind: 'input',
    vi: 'Khoản phải nộp {payableItemId} được ghi nhiều lần trên một giấy nộp tiền.',
    en: 'Payable item {payableItemId} stands more than once on one voucher.',
  },
  ITEMS_OF_SEVERAL_OFFICES: {
    kind: 'refusal',
    status: 422,
    vi: 'Một giấy nộp tiền chỉ ghi các khoản của một cơ quan thuế và một kho bạc.',
    en: 'One voucher holds items of one tax office and one treasury office only.',
  },
  PAYER_NEEDED: {
    kind: 'input',
    vi: 'Các khoản thuộc nhiều người nộp; cần ghi rõ người nộp tiền.',
    en: 'The items belong to several taxpayers: say who pays.',
  },
  OFFICE_NOT_FOUND: {
    kind: 'input',
    vi: 'Không có cơ quan nào mang mã {code} ghi trên giấy nộp tiền.',
    en: 'No office has the code {code} that the voucher states.',
  },
  OFFICE_UNKNOWN: {
    kind: 'bug',
    vi: 'Không có cơ quan nào mang mã {code}.',
    en: 'No office has the code {code}.',
  },
});
