import { errorCatalogue } from '@lienthong/kernel';

export const persistenceErrors = errorCatalogue('persistence', {
  NOT_FOUND: {
    kind: 'refusal',
    status: 404,
    vi: 'Không tìm thấy {entity} với khóa {key}.',
    en: 'There is no {entity} with the key {key}.',
  },
  CONFLICT: {
    kind: 'refusal',
    status: 409,
    vi: 'Dữ liệu đã có và không được ghi đè ({constraint}).',
    en: 'The data exist already and may not be overwritten ({constraint}).',
  },
  UNAVAILABLE: {
    kind: 'transient',
    vi: 'Cơ sở dữ liệu tạm thời chưa sẵn sàng; xin thử lại sau ít phút.',
    en: 'The database is not available at the moment; please try again shortly.',
  },
  OUTSIDE_UNIT_OF_WORK: {
    kind: 'bug',
    vi: 'Truy cập dữ liệu ngoài đơn vị công việc.',
    en: 'The database was used outside a unit of work.',
  },
  NOTHING_CAN_BE_SENT: {
    kind: 'bug',
    vi: 'Dịch vụ này không gửi thông điệp.',
    en: 'This service has no outbox: it sends no messages.',
  },
});
