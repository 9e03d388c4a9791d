import { errorCatalogue } from '@lienthong/kernel';

/** Faults of HTTP itself, before a use case is reached. */
export const httpErrors = errorCatalogue('http', {
  ROUTE_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có địa chỉ {method} {path}.',
    en: 'There is no {method} {path}.',
  },
  INPUT_INVALID: {
    kind: 'input',
    vi: 'Dữ liệu gửi lên có {count} chỗ sai; xem từng chỗ trong "faults".',
    en: 'The request has {count} wrong fields; each is listed in "faults".',
  },
  CURSOR_INVALID: {
    kind: 'input',
    vi: 'Con trỏ trang không hợp lệ.',
    en: 'The page cursor is not one that a page gave as "next".',
  },
  JSON_MALFORMED: {
    kind: 'input',
    vi: 'Nội dung gửi lên không phải là JSON đúng.',
    en: 'The body is not well-formed JSON.',
  },
  BODY_TOO_LARGE: {
    kind: 'input',
    status: 413,
    vi: 'Nội dung gửi lên vượt quá {limitBytes} byte.',
    en: 'The body is larger than {limitBytes} bytes.',
  },
  BODY_TOO_SLOW: {
    kind: 'input',
    status: 408,
    vi: 'Nội dung gửi lên không đến đủ trong {withinMs} ms.',
    en: 'The body did not arrive within {withinMs} ms.',
  },
  BODY_UNREADABLE: {
    kind: 'input',
    vi: 'Không đọc được nội dung gửi lên (mã hóa hoặc bảng chữ không được hỗ trợ).',
    en: 'The body cannot be read (encoding or character set not supported).',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    kind: 'input',
    status: 415,
    vi: 'Chỉ nhận nội dung kiểu application/json.',
    en: 'Only bodies of type application/json are accepted.',
  },
  REQUEST_REFUSED: {
    kind: 'input',
    vi: 'Yêu cầu không được chấp nhận (HTTP {status}).',
    en: 'The request was refused (HTTP {status}).',
  },
  UNEXPECTED: {
    kind: 'bug',
    vi: 'Lỗi ngoài dự kiến. Xin báo mã yêu cầu cho bộ phận vận hành.',
    en: 'Something unexpected went wrong. Please give the request id to the operators.',
  },
  IDEMPOTENCY_KEY_MISSING: {
    kind: 'input',
    vi: 'Thiếu tiêu đề Idempotency-Key (8 đến 100 ký tự ASCII in được).',
    en: 'The header Idempotency-Key is missing (8 to 100 visible ASCII characters).',
  },
  IDEMPOTENCY_KEY_INVALID: {
    kind: 'input',
    vi: 'Idempotency-Key phải có 8 đến 100 ký tự ASCII in được.',
    en: 'Idempotency-Key must have 8 to 100 visible ASCII characters.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    kind: 'refusal',
    status: 422,
    vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác.',
    en: 'This Idempotency-Key was already used for another request.',
  },
});
