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
  AMOUNT_DIFFERS: {
    kind: 'refusal',
    vi: 'Số tham chiếu {reference} có tổng tiền {totalDong}, khác số tiền nêu.',
    en: 'Reference {reference} has the total {totalDong}, not the amount stated.',
  },
  NOT_UNASSIGNED: {
    kind: 'refusal',
    vi: 'Giấy nộp tiền {reference} đã ghi khoản phải nộp.',
    en: 'Voucher {reference} names what it pays already.',
  },
  CHOICE_INCOMPLETE: {
    kind: 'input',
    vi: 'Cần nêu {lines} khoản phải nộp khác nhau, mỗi dòng của giấy nộp tiền {reference} một khoản.',
    en: 'Name {lines} different payable items, one for each line of voucher {reference}.',
  },
  CHOICE_DIFFERS: {
    kind: 'refusal',
    status: 422,
    vi: 'Khoản phải nộp {payableItemId} không khớp với giấy nộp tiền {reference} ({reasons}).',
    en: 'Payable item {payableItemId} does not agree with voucher {reference} ({reasons}).',
  },
  ITEM_OF_ANOTHER_PAYER: {
    kind: 'refusal',
    status: 422,
    vi: 'Khoản phải nộp {payableItemId} của người nộp khác; người nộp phải nêu rõ nộp thay.',
    en: 'Payable item {payableItemId} is another payer’s: the payer must say that it is paid on behalf.',
  },
  CORRECTION_CHANGED: {
    kind: 'input',
    vi: 'Đề nghị điều chỉnh của tra soát {id} được gửi lại với nội dung khác.',
    en: 'The correction of investigation {id} was sent again with other content.',
  },
  CORRECTION_NEEDS_TWO: {
    kind: 'refusal',
    vi: 'Số tham chiếu {reference} đã hạch toán; điều chỉnh phải do hai người thực hiện.',
    en: 'Reference {reference} is booked: two persons correct it, by an adjustment.',
  },
  CORRECTION_DIFFERS: {
    kind: 'refusal',
    status: 422,
    vi: 'Điều chỉnh của {reference} không hợp lệ ({reason}); tổng tiền và số tiền không được đổi.',
    en: 'The correction of {reference} is not possible ({reason}); total and amounts never change.',
  },
  INVESTIGATION_NOT_ASKED: {
    kind: 'refusal',
    vi: 'Cơ quan thuế chưa gửi đề nghị điều chỉnh của tra soát {id}.',
    en: 'The tax office has asked nothing in investigation {id} yet.',
  },
  INVESTIGATION_ANSWERED: {
    kind: 'refusal',
    vi: 'Tra soát {id} đã được trả lời.',
    en: 'Investigation {id} has been answered.',
  },
  REASON_MISSING: {
    kind: 'input',
    vi: 'Từ chối tra soát {id} phải nêu lý do.',
    en: 'A refusal in investigation {id} needs its reason.',
  },
  LINE_UNKNOWN: {
    kind: 'input',
    vi: 'Giấy nộp tiền {reference} không có dòng {line}.',
    en: 'Voucher {reference} has no line {line}.',
  },
  BOOKING_REVERSED: {
    kind: 'refusal',
    vi: 'Bút toán của số tham chiếu {reference} đã hủy.',
    en: 'The booking of reference {reference} has been reversed.',
  },
  ADJUSTMENT_OPEN: {
    kind: 'refusal',
    vi: 'Số tham chiếu {reference} đang có đề nghị điều chỉnh {id} chờ quyết định.',
    en: 'Reference {reference} has the adjustment {id} that nobody has decided about.',
  },
  ADJUSTMENT_INCOMPLETE: {
    kind: 'input',
    vi: 'Điều chỉnh {reference} phải nêu các dòng đúng; hủy bút toán không nêu dòng nào.',
    en: 'A correction of {reference} says what its lines should be; a reversal says none.',
  },
  ADJUSTMENT_DECIDED: {
    kind: 'refusal',
    vi: 'Đề nghị điều chỉnh {id} đã được quyết định ({state}).',
    en: 'Adjustment {id} has been decided ({state}).',
  },
  DAY_CLOSED: {
    kind: 'refusal',
    vi: 'Ngày {date} đã khóa sổ; không hạch toán vào ngày này.',
    en: 'The books of {date} are closed: nothing is booked on that day.',
  },
  DAY_NOT_CLOSING: {
    kind: 'refusal',
    vi: 'Ngày {date} đang ở trạng thái {state}.',
    en: 'The day {date} is {state}.',
  },
  DAY_NOT_REACHED: {
    kind: 'input',
    vi: 'Chưa đến ngày {date}.',
    en: 'The day {date} has not come yet.',
  },
  DATE_INVALID: {
    kind: 'input',
    vi: '“{text}” không phải là ngày.',
    en: '“{text}” is no date.',
  },
  PERIOD_INVALID: {
    kind: 'input',
    vi: 'Kỳ sao kê từ {from} đến {to} không hợp lệ; tối đa một năm.',
    en: 'A statement cannot run from {from} to {to}; it holds a year at most.',
  },
  LIST_CONTRADICTS: {
    kind: 'input',
    vi: 'Bảng kê đối soát của {toldBy} ngày {date}, lần {run} mâu thuẫn với chính nó.',
    en: 'The list of {toldBy} for {date}, run {run}, contradicts itself.',
  },
  NOT_RECONCILED: {
    kind: 'refusal',
    status: 404,
    vi: 'Chưa đối soát ngày {date} với {toldBy} {side}.',
    en: 'The day {date} has not been reconciled with {toldBy} {side}.',
  },
  OFFICE_UNKNOWN: {
    kind: 'bug',
    vi: 'Không có cơ quan nào mang mã {code}.',
    en: 'No office has the code {code}.',
  },
});
