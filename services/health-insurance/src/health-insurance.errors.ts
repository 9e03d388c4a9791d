import { errorCatalogue } from '@lienthong/kernel';

export const insuranceErrors = errorCatalogue('health-insurance', {
  STEP_NOT_ALLOWED: {
    kind: 'refusal',
    vi: 'Yêu cầu {key} đang ở trạng thái {state}, không thể chuyển sang {wanted}. Được phép: {allowed}.',
    en: 'Request {key} is {state} and cannot become {wanted}. Allowed: {allowed}.',
  },
  CHILD_TOO_OLD: {
    kind: 'refusal',
    status: 422,
    vi: 'Trẻ đã đủ 72 tháng tuổi vào ngày {on}; không cấp thẻ theo diện này.',
    en: 'The child has been 72 months old since {on}: no card of this group is issued.',
  },
  CARD_STOPPED: {
    kind: 'refusal',
    vi: 'Người này có thẻ đã dừng; cần làm rõ trước khi cấp.',
    en: 'This person has a card that was stopped: it must be cleared up first.',
  },
  CARD_FORM_UNKNOWN: {
    kind: 'refusal',
    vi: 'Chưa có dữ liệu về mẫu số thẻ cho ngày {on}.',
    en: 'The form of a card number is not known for {on}.',
  },
  REFERENCE_WAGE_UNKNOWN: {
    kind: 'refusal',
    vi: 'Chưa có dữ liệu về mức tham chiếu cho ngày {on}.',
    en: 'The reference wage is not known for {on}.',
  },
  ALLOWANCE_ALREADY_PAID: {
    kind: 'refusal',
    vi: 'Trợ cấp mai táng đã được chi ngày {paidOn} theo quyết định {decisionNumber}.',
    en: 'The funeral allowance was paid on {paidOn} by decision {decisionNumber}.',
  },
  RECORD_DIFFERS: {
    kind: 'refusal',
    vi: 'Người này đã có trong sổ với dữ liệu khác.',
    en: 'This person is in the register with other data.',
  },
});
