import { errorCatalogue } from '@lienthong/kernel';

/** Who may not do what, each with its own code. */
export const accessErrors = errorCatalogue('access', {
  TOKEN_MISSING: {
    kind: 'access',
    status: 401,
    vi: 'Cần đăng nhập: yêu cầu không có mã truy cập (Authorization: Bearer …).',
    en: 'Please sign in: the request has no bearer token.',
  },
  TOKEN_INVALID: {
    kind: 'access',
    status: 401,
    vi: 'Mã truy cập không hợp lệ hoặc đã hết hạn.',
    en: 'The bearer token is not valid or has expired.',
  },
  ROLE_NOT_ALLOWED: {
    kind: 'access',
    vi: 'Việc này cần một trong các vai trò: {allowed}.',
    en: 'This needs one of the roles: {allowed}.',
  },
  OTHER_AGENCY: {
    kind: 'access',
    vi: 'Mã truy cập là của cơ quan {agency}, không phải của cơ quan này.',
    en: 'The token belongs to the agency {agency}, not to this one.',
  },
  OTHER_OFFICE: {
    kind: 'access',
    vi: 'Hồ sơ thuộc đơn vị {office}; người dùng thuộc đơn vị {actorOffice}.',
    en: 'The dossier belongs to the office {office}; the person belongs to {actorOffice}.',
  },
  SAME_PERSON: {
    kind: 'access',
    vi: 'Bước này phải do một người khác với người đã làm bước trước thực hiện.',
    en: 'This step must be done by another person than the one who did the earlier step.',
  },
});
