import { errorCatalogue } from '@lienthong/kernel';

/** Errors of the wire: bytes, headers, bodies and signatures of messages. */
export const envelopeErrors = errorCatalogue('envelope', {
  BODY_INVALID: {
    kind: 'input',
    vi: 'Dữ liệu không đúng quy định: {fields}.',
    en: 'These fields are not as declared: {fields}.',
  },
  NOT_CANONICAL: {
    kind: 'input',
    vi: 'Nội dung không phải JSON chuẩn tắc (RFC 8785).',
    en: 'The bytes are not canonical JSON (RFC 8785).',
  },
  NOT_UTF8: { kind: 'input', vi: 'Nội dung không phải UTF-8.', en: 'The bytes are not UTF-8.' },
  NOT_JSON: { kind: 'input', vi: 'Nội dung không phải JSON.', en: 'The bytes are not JSON.' },
  NAME_REPEATED: {
    kind: 'input',
    vi: 'Một tên xuất hiện hai lần trong cùng một đối tượng.',
    en: 'A name stands twice in one object.',
  },
  NAME_NOT_COMPOSED: {
    kind: 'input',
    vi: 'Tên trường không ở dạng Unicode dựng sẵn (NFC).',
    en: 'A name is not in the composed form of Unicode (NFC), so that it may look like another.',
  },
  NUMBER_TOO_LARGE: {
    kind: 'input',
    vi: 'Có số nguyên vượt quá 2^53 − 1.',
    en: 'A number lies beyond 2^53 − 1, where readers differ.',
  },
  SURROGATE_ALONE: {
    kind: 'input',
    vi: 'Có nửa cặp ký tự thay thế (surrogate) đứng một mình.',
    en: 'Half a surrogate pair stands alone.',
  },
  NOT_ENCODABLE: {
    kind: 'bug',
    vi: 'Giá trị không biểu diễn được bằng JSON: {reason}.',
    en: 'The value has no JSON form: {reason}.',
  },
  TOO_DEEP: {
    kind: 'input',
    vi: 'Nội dung lồng nhau quá {limit} cấp.',
    en: 'The value is nested deeper than {limit} levels.',
  },
  TOO_LARGE: {
    kind: 'input',
    vi: 'Nội dung lớn hơn {limitBytes} byte.',
    en: 'The payload is larger than {limitBytes} bytes.',
  },
  TOMBSTONE: { kind: 'input', vi: 'Thông điệp không có nội dung.', en: 'The record has no value.' },
  HEADER_MISSING: { kind: 'input', vi: 'Thiếu thuộc tính {header}.', en: 'The header {header} is missing.' },
  HEADER_INVALID: { kind: 'input', vi: 'Thuộc tính {header} không hợp lệ.', en: 'The header {header} is not valid.' },
  HEADER_REPEATED: {
    kind: 'input',
    vi: 'Thuộc tính {header} xuất hiện nhiều lần.',
    en: 'The header {header} stands there more than once.',
  },
  RECIPIENTS_INVALID: {
    kind: 'input',
    vi: 'Danh sách nơi nhận không hợp lệ.',
    en: 'The recipients are not a sorted list of 1 to {limit} different <member>/<office>.',
  },
  SIGNATURE_INVALID: {
    kind: 'access',
    vi: 'Chữ ký không hợp lệ: {reason}.',
    en: 'The signature is not valid: {reason}.',
  },
  SIGNATURE_MALFORMED: {
    kind: 'access',
    vi: 'Chữ ký không đúng dạng quy định: {reason}.',
    en: 'The signature is not in its one exact form: {reason}.',
  },
  SIGNATURE_ALGORITHM_REFUSED: {
    kind: 'access',
    vi: 'Chữ ký dùng thuật toán khác EdDSA.',
    en: 'The signature names another algorithm than EdDSA.',
  },
  SIGNATURE_TYPE_WRONG: {
    kind: 'access',
    vi: 'Chữ ký thuộc loại khác: cần {expected}.',
    en: 'The signature is of another type: {expected} is expected.',
  },
  KEY_UNKNOWN: { kind: 'access', vi: 'Không biết khóa ký {kid}.', en: 'The signing key {kid} is unknown.' },
  KEY_OF_ANOTHER_MEMBER: {
    kind: 'access',
    vi: 'Khóa ký {kid} không phải của {member}.',
    en: 'The signing key {kid} does not belong to {member}.',
  },
  KEY_NOT_VALID: {
    kind: 'access',
    vi: 'Khóa ký {kid} không có hiệu lực vào lúc {at}.',
    en: 'The signing key {kid} was not valid at {at}.',
  },
  KEY_MALFORMED: {
    kind: 'bug',
    vi: 'Khóa không phải JWK Ed25519.',
    en: 'Not an Ed25519 key in JWK form with a kid.',
  },
  BATCH_SIZE_INVALID: {
    kind: 'bug',
    vi: 'Lô chữ ký phải có từ 1 đến {limit} thông điệp.',
    en: 'A signed batch holds 1 to {limit} leaves of 32 bytes.',
  },
  FIELD_UNDECLARED: {
    kind: 'bug',
    vi: 'Trường {field} chưa khai báo đúng.',
    en: 'The field {field} has no field decorator, or two.',
  },
  MESSAGE_UNDECLARED: {
    kind: 'bug',
    vi: '{name} không phải là lớp thông điệp.',
    en: '{name} is not declared as a message.',
  },
  STREAM_UNDECLARED: {
    kind: 'bug',
    vi: 'Thông điệp {type} không tự xác định luồng.',
    en: 'The stream of {type} does not follow from its body.',
  },
});
