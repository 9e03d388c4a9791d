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
  ITEM_CLOSED: {
    kind: 'refusal',
    vi: 'Cơ quan thuế đã đóng khoản phải nộp {payableItemId}; không thu nữa.',
    en: 'The tax office has closed payable item {payableItemId}: it is paid no more.',
  },
  DEBT_QUERY_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có lượt tra cứu {queryId} của người hỏi.',
    en: 'There is no query {queryId} of the person who asks.',
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
  OFFICE_UNKNOWN: {
    kind: 'bug',
    vi: 'Không có cơ quan nào mang mã {code}.',
    en: 'No office has the code {code}.',
  },
});
