import { errorCatalogue } from '@lienthong/kernel';

export const treasuryErrors = errorCatalogue('treasury', {
  ITEM_CHANGED: {
    kind: 'input',
    vi: 'Khoản phải nộp {payableItemId} được công bố lại với nội dung khác.',
    en: 'Payable item {payableItemId} was published again with other content.',
  },
  NO_CREDIT_ADVICE: {
    kind: 'refusal',
    vi: 'Chưa có báo có cho số tham chiếu {reference}; không được hạch toán.',
    en: 'There is no credit advice for reference {reference}: nothing can be booked.',
  },
  ITEMS_NOT_PUBLISHED: {
    kind: 'refusal',
    vi: 'Cơ quan thuế chưa công bố các khoản phải nộp: {payableItemIds}.',
    en: 'The tax office has not published the payable items: {payableItemIds}.',
  },
  IN_SUSPENSE: {
    kind: 'refusal',
    vi: 'Báo có {reference} đang chờ xử lý ({reasons}); không được hạch toán.',
    en: 'Credit advice {reference} is in suspense ({reasons}): it cannot be booked.',
  },
  ALREADY_BOOKED: {
    kind: 'refusal',
    vi: 'Số tham chiếu {reference} đã được hạch toán.',
    en: 'Reference {reference} has been booked already.',
  },
  OFFICE_UNKNOWN: {
    kind: 'bug',
    vi: 'Không có cơ quan nào mang mã {code}.',
    en: 'No office has the code {code}.',
  },
});
