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
    vi: 'Lỗi ngoài dự kiến khi xử lý thông điệp; chi tiết kỹ thuật có trong nhật ký của dịch vụ.',
    en: "The handler failed unexpectedly; the technical detail is in the service's log.",
  },
  HANDLER_TIMEOUT: {
    kind: 'bug',
    vi: 'Xử lý thông điệp quá {timeoutMs} ms.',
    en: 'The handler took longer than {timeoutMs} ms.',
  },
  STATEMENT_TIMEOUT: {
    kind: 'bug',
    vi: 'Câu lệnh cơ sở dữ liệu của thông điệp này lần nào cũng quá thời hạn, trong khi cơ sở dữ liệu vẫn hoạt động tốt.',
    en: "A statement of this message's handler timed out at every try, while the database was otherwise well.",
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
  STILL_RUNNING: {
    kind: 'refusal',
    vi: 'Dịch vụ {member} còn đang chạy (hoặc vừa dừng đột ngột); hãy dừng mọi tiến trình, đợi nửa phút rồi thử lại.',
    en: 'An instance of {member} still runs, or was killed moments ago; stop all of them, wait half a minute, try again.',
  },
  NOT_FROM_BUS: {
    kind: 'access',
    vi: 'Thông điệp giao thức này chỉ trục liên thông được gửi; người gửi là {sender}.',
    en: 'Only the bus sends this protocol message; it came from {sender}.',
  },
  VOIDED: {
    kind: 'refusal',
    vi: 'Trục liên thông đã hủy việc giao thông điệp này.',
    en: 'The bus has voided the delivery of this message.',
  },
  VOID_AFTER_HANDLED: {
    kind: 'refusal',
    vi: 'Thông điệp đã được xử lý trước khi có thông báo hủy; việc xử lý được giữ nguyên.',
    en: 'The message was handled before its void came; what was done stays.',
  },
  PARKED_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có thông điệp nào của {sender} với mã {id} đang bị giữ.',
    en: 'No message of {sender} with the id {id} is parked.',
  },
  PARKED_DECIDED: {
    kind: 'refusal',
    vi: 'Đã có người quyết định về thông điệp này ({act}) lúc {at}.',
    en: 'Somebody has decided about this message meanwhile ({act}) at {at}.',
  },
  PARKED_NOT_RELEASABLE: {
    kind: 'refusal',
    vi: 'Thông điệp này ({cause}) không thể cho chạy lại, chỉ có thể loại bỏ.',
    en: 'This message ({cause}) cannot be released, only discarded.',
  },
  TYPE_HANDLED_TWICE: {
    kind: 'bug',
    vi: 'Loại thông điệp {type} có hai bộ xử lý.',
    en: 'Two handlers are registered for {type}; a message has one.',
  },
});
