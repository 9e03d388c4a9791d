import { errorCatalogue } from '@lienthong/kernel';

export const residenceErrors = errorCatalogue('residence', {
  STEP_NOT_ALLOWED: {
    kind: 'refusal',
    vi: 'Yêu cầu {key} đang ở trạng thái {state}, không thể chuyển sang {wanted}. Được phép: {allowed}.',
    en: 'Request {key} is {state} and cannot become {wanted}. Allowed: {allowed}.',
  },
  ALREADY_RESIDENT: {
    kind: 'refusal',
    vi: 'Người này đã đăng ký thường trú theo thông báo {noticeNumber}.',
    en: 'This person has a permanent residence already, by notice {noticeNumber}.',
  },
  RECORD_DIFFERS: {
    kind: 'refusal',
    vi: 'Người này đã có trong sổ cư trú với dữ liệu khác.',
    en: 'This person is in the residence register with other data.',
  },
  COMMUNE_ELSEWHERE: {
    kind: 'refusal',
    status: 422,
    vi: 'Xã {communeCode} không thuộc địa bàn của công an {office}.',
    en: 'Commune {communeCode} is not in the area of the police of {office}.',
  },
});
