import { errorCatalogue } from '@lienthong/kernel';

/** Why the registry is not changed. */
export const registryErrors = errorCatalogue('integration-bus', {
  MEMBER_KNOWN: { kind: 'refusal', vi: 'Đã có thành viên {member}.', en: 'There is a member {member} already.' },
  MEMBER_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có thành viên {member}.',
    en: 'There is no member {member}.',
  },
  MEMBER_IS_THE_BUS: {
    kind: 'refusal',
    vi: 'Không làm được việc này với chính trục liên thông.',
    en: 'This cannot be done to the bus itself.',
  },
  MEMBER_STATE_IS: {
    kind: 'refusal',
    vi: 'Thành viên {member} đang ở trạng thái {state}.',
    en: 'The member {member} is {state} already.',
  },
  TRANSPORT_URL_WRONG: {
    kind: 'input',
    vi: 'Địa chỉ url phải có khi và chỉ khi kênh là webhook.',
    en: 'A url goes with the transport webhook, and with no other.',
  },
  KEY_KNOWN: { kind: 'refusal', vi: 'Đã có khóa {kid}.', en: 'There is a key {kid} already.' },
  KEY_UNKNOWN: { kind: 'refusal', status: 404, vi: 'Không có khóa {kid}.', en: 'There is no key {kid}.' },
  KEY_REVOKED: {
    kind: 'refusal',
    vi: 'Khóa {kid} đã bị thu hồi lúc {revokedAt}.',
    en: 'The key {kid} was revoked at {revokedAt}.',
  },
  PERIOD_WRONG: {
    kind: 'input',
    vi: 'Thời hạn từ {from} đến {to} không hợp lệ.',
    en: 'A period from {from} to {to} is none.',
  },
  FROM_THE_PAST: {
    kind: 'refusal',
    vi: 'Quyền và khóa không được có hiệu lực trước thời điểm cấp: {from}.',
    en: 'Rights and keys do not begin before they are given: {from}.',
  },
  GRANT_KNOWN: {
    kind: 'refusal',
    vi: '{sender} đã được phép gửi {type} cho {recipient} trong thời hạn này.',
    en: '{sender} may already send {type} to {recipient} within this period.',
  },
  GRANT_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có quyền nào cho {sender} gửi {type} đến {recipient}.',
    en: 'No grant lets {sender} send {type} to {recipient}.',
  },
  SCHEMA_KNOWN: {
    kind: 'refusal',
    vi: 'Đã đăng ký lược đồ {dataschema}.',
    en: 'The schema {dataschema} is registered.',
  },
  SCHEMA_INVALID: {
    kind: 'input',
    vi: 'Lược đồ không dùng được: {reason}.',
    en: 'The schema cannot be used: {reason}.',
  },
  SCHEMA_BREAKS: {
    kind: 'refusal',
    vi: 'Lược đồ phá vỡ phiên bản đã phát hành của {type} tại {pointers}; hãy đăng ký phiên bản mới.',
    en: 'The schema breaks the released version of {type} at {pointers}; register a new version beside it.',
  },
  OFFICE_KNOWN: {
    kind: 'refusal',
    vi: 'Đã có đơn vị {address}.',
    en: 'There is an office {address} already.',
  },
  OFFICE_ENDED: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có đơn vị {address} vào ngày {on}.',
    en: 'There is no office {address} on {on}.',
  },
  AGENCY_CODE_TAKEN: {
    kind: 'refusal',
    vi: 'Mã {code} vào ngày {on} là của {owner}.',
    en: 'The code {code} belongs to {owner} on {on}.',
  },
  AGENCY_CODE_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có mã cơ quan {code} vào ngày {on}.',
    en: 'There is no agency code {code} on {on}.',
  },
  INSTANT_AHEAD: {
    kind: 'input',
    vi: 'Thời điểm {instant} chưa đến.',
    en: 'The instant {instant} has not come yet.',
  },
  ENTRY_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có bản ghi nhật ký {logId}.',
    en: 'There is no entry {logId} in the log.',
  },
});
