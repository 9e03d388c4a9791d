import { errorCatalogue } from '@lienthong/kernel';

export const protectionErrors = errorCatalogue('social-protection', {
  STEP_NOT_ALLOWED: {
    kind: 'refusal',
    vi: 'Hồ sơ {key} đang ở trạng thái {state}, không thể chuyển sang {wanted}. Được phép: {allowed}.',
    en: 'Claim {key} is {state} and cannot become {wanted}. Allowed: {allowed}.',
  },
  RULE_SET_UNKNOWN: {
    kind: 'refusal',
    vi: 'Chưa có dữ liệu về chế độ hỗ trợ mai táng cho ngày {on}.',
    en: 'The rules of funeral support are not known for {on}.',
  },
  INSURANCE_OFFICE_UNKNOWN: {
    kind: 'refusal',
    vi: 'Không có cơ quan bảo hiểm xã hội phụ trách xã {communeCode} vào ngày {on}.',
    en: 'No office of social insurance is in charge of commune {communeCode} on {on}.',
  },
});
