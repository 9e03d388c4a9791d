import { errorCatalogue } from '@lienthong/kernel';

/** Why the bus does not take a message over; each goes into the log with its facts. */
export const busErrors = errorCatalogue('integration-bus', {
  SENDER_UNKNOWN: { kind: 'access', vi: 'Không có thành viên {sender}.', en: 'There is no member {sender}.' },
  WRONG_TOPIC: {
    kind: 'access',
    vi: 'Thông điệp của {sender} nằm trên kênh {topic} của thành viên khác.',
    en: "A message of {sender} lies on another member's topic {topic}.",
  },
  CONTENT_CHANGED: {
    kind: 'access',
    vi: 'Nội dung không khớp mã băm đã ký.',
    en: 'The content does not match the signed hash.',
  },
  UNSTORABLE: {
    kind: 'bug',
    vi: 'Không ghi được thông điệp (SQLSTATE {sqlState}).',
    en: 'The message could not be written (SQLSTATE {sqlState}).',
  },
  IDENTITY_CONFLICT: {
    kind: 'access',
    status: 409,
    vi: 'Trùng mã thông điệp nhưng khác nội dung: đã có {knownHash}, nhận được {receivedHash}.',
    en: 'The same message id came with other content: known {knownHash}, received {receivedHash}.',
  },
  SEQUENCE_CONFLICT: {
    kind: 'access',
    vi: 'Số {sequence} (kỳ {epoch}) của luồng đã dùng cho thông điệp khác; đã nhận đến {lastIn} (kỳ {lastEpoch}).',
    en: 'Number {sequence} (epoch {epoch}) of the stream belongs to another message; taken up to {lastIn} (epoch {lastEpoch}).',
  },
  MEMBER_SUSPENDED: {
    kind: 'access',
    vi: 'Thành viên {sender} đang bị tạm dừng.',
    en: 'The member {sender} is suspended.',
  },
  OFFICE_UNKNOWN: {
    kind: 'input',
    vi: 'Không có đơn vị {address} vào thời điểm này.',
    en: 'There is no office {address} at this time.',
  },
  GRANT_MISSING: {
    kind: 'access',
    vi: '{sender} không được phép gửi {type} cho {recipient}.',
    en: 'No grant lets {sender} send {type} to {recipient}.',
  },
  EXPIRED: {
    kind: 'refusal',
    vi: 'Thông điệp hết hạn lúc {expiryTime}.',
    en: 'The message expired at {expiryTime}.',
  },
  ID_TOO_OLD: {
    kind: 'input',
    vi: 'Mã thông điệp được tạo hơn {days} ngày trước.',
    en: 'The message id was made more than {days} days ago.',
  },
  ID_AHEAD: {
    kind: 'input',
    vi: 'Mã thông điệp được tạo ở tương lai.',
    en: 'The message id was made in the future.',
  },
  TIME_AHEAD: {
    kind: 'input',
    vi: 'Thời điểm {time} của thông điệp đi trước đồng hồ của trục quá {minutes} phút.',
    en: 'The time {time} of the message is more than {minutes} minutes ahead of the bus.',
  },
  EXTENSION_UNKNOWN: {
    kind: 'input',
    vi: 'Không có thuộc tính mở rộng {header}.',
    en: 'The extension {header} is not one of the protocol.',
  },
  EXTENSION_RESERVED: {
    kind: 'access',
    vi: 'Chỉ trục mới được đặt thuộc tính {header}.',
    en: 'Only the bus sets the extension {header}.',
  },
  NUMBER_RESERVED: {
    kind: 'input',
    vi: 'Kỳ và số thứ tự của một luồng bắt đầu từ 1.',
    en: 'Epochs and numbers of a stream begin at 1.',
  },
  PROTOCOL_MISADDRESSED: {
    kind: 'input',
    vi: 'Thông điệp giao thức phải gửi cho {recipient}, luồng {stream}, kỳ 0, số 0.',
    en: 'A protocol message goes to {recipient} in the stream {stream}, with epoch 0 and sequence 0.',
  },
  KEY_MISMATCH: {
    kind: 'access',
    vi: 'Khóa Kafka khác luồng đã ký.',
    en: 'The Kafka key is not the signed stream.',
  },
  SCHEMA_UNKNOWN: {
    kind: 'input',
    vi: 'Chưa đăng ký lược đồ {dataschema} cho {type}.',
    en: 'The schema {dataschema} is not registered for {type}.',
  },
  SCHEMA_VIOLATION: {
    kind: 'input',
    vi: 'Dữ liệu không đúng lược đồ: {fields}.',
    en: 'These fields are not as the schema says: {fields}.',
  },
  PROTOCOL_UNEXPECTED: {
    kind: 'input',
    vi: 'Trục không nhận {type} từ thành viên.',
    en: 'The bus takes no {type} from members.',
  },
  DELIVERY_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có lượt giao {logId} cho {recipient}.',
    en: 'There is no delivery {logId} to {recipient}.',
  },
  DELIVERY_PRODUCED: {
    kind: 'refusal',
    vi: 'Thông điệp đã được giao vào kênh của {recipient} lúc {producedAt}; chỉ {recipient} mới có thể gác lại.',
    en: 'The message was produced to {recipient} at {producedAt}; only {recipient} can discard it now.',
  },
  DELIVERY_VOID: {
    kind: 'refusal',
    vi: 'Số giao này đã được thay bằng thông điệp rỗng.',
    en: 'A void has taken the number of this delivery already.',
  },
  DELIVERY_TO_BE_DISCARDED: {
    kind: 'refusal',
    vi: 'Lượt giao này đã được yêu cầu gác lại.',
    en: 'This delivery is to be discarded already.',
  },
  DAYS_INVALID: {
    kind: 'input',
    vi: 'Khoảng ngày phải từ 1 đến {most} ngày.',
    en: 'The days must be between 1 and {most}, the first one before the last.',
  },
  REPLAY_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có đợt giao lại {id}.',
    en: 'There is no replay {id}.',
  },
  RECONCILIATION_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Chưa có đối soát ngày {day}; có thể yêu cầu đối soát ngay (reconcile --now).',
    en: 'The day {day} was not reconciled yet; it can be now (reconcile --now).',
  },
  RECONCILIATION_DAY: {
    kind: 'input',
    vi: 'Chỉ đối soát được từ ngày {from} đến ngày {to}.',
    en: 'Days from {from} to {to} can be reconciled: senders keep their books so long.',
  },
  CONTENT_TYPE_UNKNOWN: {
    kind: 'input',
    status: 415,
    vi: 'Không nhận nội dung kiểu {contentType}: chỉ nhận {allowed}.',
    en: 'A body of type {contentType} is not taken: {allowed} are.',
  },
  EVENT_MALFORMED: {
    kind: 'input',
    vi: 'Nội dung không phải sự kiện CloudEvents dạng JSON đúng.',
    en: 'The body is not a CloudEvents event in JSON form.',
  },
  ATTRIBUTE_INVALID: {
    kind: 'input',
    vi: 'Thuộc tính {attribute} của sự kiện không hợp lệ.',
    en: 'The attribute {attribute} of the event is not valid.',
  },
  QUOTA_EXCEEDED: {
    kind: 'transient',
    status: 429,
    vi: 'Thành viên {member} vượt hạn mức {quota}: thử lại sau {retryAfterSeconds} giây.',
    en: 'The member {member} is over its quota of {quota}: try again in {retryAfterSeconds} seconds.',
  },
  SUBMISSIONS_FULL: {
    kind: 'transient',
    vi: 'Trục đang nhận quá nhiều thông điệp; xin thử lại sau.',
    en: 'Too many messages are being taken over at this moment; please try again.',
  },
  MESSAGE_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Trục chưa nhận thông điệp {id} nào của {sender}.',
    en: 'The bus knows no message {id} of {sender}.',
  },
  LEASE_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có lượt thuê {leaseId} còn hiệu lực của {member}.',
    en: 'There is no lease {leaseId} of {member} that still holds.',
  },
  NOT_A_PULLER: {
    kind: 'access',
    vi: '{member} nhận thông điệp qua {transport}, không phải bằng cách kéo về.',
    en: '{member} takes its messages by {transport}, not by pulling them.',
  },
  REGISTRY_EMPTY: {
    kind: 'transient',
    vi: 'Trục chưa có thành viên nào.',
    en: 'No members are registered yet: run the migrator of the bus.',
  },
});
