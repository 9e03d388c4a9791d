import { errorCatalogue } from '@lienthong/kernel';

export const messagingErrors = errorCatalogue('messaging', {
  NO_HANDLER: {
    kind: 'bug',
    vi: 'Dịch vụ không xử lý loại thông điệp {type}.',
    en: 'This service has no handler for messages of type {type}.',
  },
  NOT_ADDRESSED: {
    kind: 'access',
    vi: 'Thông điệp không gửi cho cơ quan này.',
    en: 'The message names other recipients: {recipients}.',
  },
  CONTENT_CHANGED: {
    kind: 'access',
    vi: 'Nội dung không khớp mã băm đã ký.',
    en: 'The content does not match the signed hash.',
  },
  IDENTITY_CONFLICT: {
    kind: 'access',
    vi: 'Trùng mã thông điệp nhưng khác nội dung (đã có {known}, nhận được {received}).',
    en: 'The same message id came with other content (known {known}, received {received}).',
  },
  NUMBER_REUSED: {
    kind: 'bug',
    vi: 'Số thứ tự {number} của luồng đã dùng cho thông điệp khác (đã nhận đến {last}).',
    en: 'Number {number} of the stream was already passed by another message (received up to {last}).',
  },
  HANDLER_FAILED: {
    kind: 'bug',
    vi: 'Lỗi ngoài dự kiến khi xử lý thông điệp: {error}',
    en: 'The handler failed unexpectedly: {error}',
  },
  HANDLER_TIMEOUT: {
    kind: 'bug',
    vi: 'Xử lý thông điệp quá {timeoutMs} ms.',
    en: 'The handler took longer than {timeoutMs} ms.',
  },
  BATCH_GIVEN_UP: {
    kind: 'transient',
    vi: 'Lô thông điệp bị dừng giữa chừng và sẽ được xử lý lại: {reason}',
    en: 'The batch of messages was given up and comes again: {reason}',
  },
  DELIVERY_NUMBER_MISSING: {
    kind: 'input',
    vi: 'Thông điệp thiếu số giao nhận của trục.',
    en: 'The message carries no delivery number of the bus.',
  },
  TYPE_HANDLED_TWICE: {
    kind: 'bug',
    vi: 'Loại thông điệp {type} có hai bộ xử lý.',
    en: 'Two handlers are registered for {type}; a message has one.',
  },
});
