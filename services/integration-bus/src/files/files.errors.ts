import { errorCatalogue } from '@lienthong/kernel';

/** Why the bus does not take, name or give out a file. */
export const fileErrors = errorCatalogue('files', {
  UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có tệp {fileId}.',
    en: 'There is no file {fileId}.',
  },
  REMOVED: {
    kind: 'refusal',
    status: 410,
    vi: 'Tệp {fileId} đã được xóa khỏi kho ({why}).',
    en: 'The file {fileId} was removed from the store ({why}).',
  },
  INCOMPLETE: {
    kind: 'refusal',
    vi: 'Tệp {fileId} chưa tải lên xong: đã nhận {received} trên {size} byte.',
    en: 'The file {fileId} is not whole yet: {received} of {size} bytes have come.',
  },
  NOT_AS_NAMED: {
    kind: 'input',
    vi: 'Thông điệp nêu tệp {fileId} khác với tệp đã lưu ở: {fields}.',
    en: 'The message names the file {fileId} otherwise than it is stored: {fields}.',
  },
  HEADER_INVALID: {
    kind: 'input',
    vi: 'Tiêu đề {header} thiếu hoặc sai: {wanted}.',
    en: 'The header {header} is missing or wrong: {wanted}.',
  },
  PROTOCOL_VERSION: {
    kind: 'input',
    status: 412,
    vi: 'Tải lên theo giao thức tus 1.0.0 (tiêu đề Tus-Resumable: 1.0.0).',
    en: 'Uploads speak tus 1.0.0 (header Tus-Resumable: 1.0.0).',
  },
  TOO_LARGE: {
    kind: 'input',
    status: 413,
    vi: 'Tệp lớn hơn {limitBytes} byte.',
    en: 'The file is larger than {limitBytes} bytes.',
  },
  TYPE_NOT_ALLOWED: {
    kind: 'input',
    status: 415,
    vi: 'Không nhận tệp kiểu {contentType}; các kiểu được nhận: {allowed}.',
    en: 'Files of type {contentType} are not taken; these are: {allowed}.',
  },
  TYPE_DIFFERS: {
    kind: 'input',
    status: 415,
    vi: 'Nội dung tệp là {found}, không phải {contentType} như đã khai.',
    en: 'The bytes are {found}, not {contentType} as declared.',
  },
  HASH_DIFFERS: {
    kind: 'input',
    status: 422,
    vi: 'Mã băm SHA-256 của tệp là {found}, không phải {sha256} như đã khai.',
    en: 'The SHA-256 of the bytes is {found}, not {sha256} as declared.',
  },
  OFFSET_PASSED: {
    kind: 'refusal',
    vi: 'Tệp {fileId} đã nhận đến byte khác; hỏi lại vị trí bằng HEAD.',
    en: 'The upload {fileId} stands at another byte; ask for it by HEAD.',
  },
  UPLOAD_ENDED: {
    kind: 'refusal',
    status: 410,
    vi: 'Không còn tải lên được tệp {fileId}: {why}.',
    en: 'The upload {fileId} has ended: {why}.',
  },
  MEDIA_TYPE: {
    kind: 'input',
    status: 415,
    vi: 'Phần tải lên phải có kiểu application/offset+octet-stream.',
    en: 'A piece of an upload is of type application/offset+octet-stream.',
  },
  RANGE_UNSATISFIABLE: {
    kind: 'input',
    status: 416,
    vi: 'Tệp có {size} byte; phần yêu cầu nằm ngoài tệp.',
    en: 'The file has {size} bytes; the range lies outside.',
  },
  TRANSFERS_BUSY: {
    kind: 'transient',
    vi: 'Đang có quá nhiều tệp được truyền; thử lại sau ít giây.',
    en: 'Too many files are on their way; try again in some seconds.',
  },
  TRANSFERS_OF_MEMBER_BUSY: {
    kind: 'transient',
    status: 429,
    vi: '{member} đang truyền {most} tệp cùng lúc; chờ một tệp xong rồi thử lại.',
    en: '{member} has {most} files on their way; try again when one of them is through.',
  },
  OWNER_FULL: {
    kind: 'refusal',
    status: 413,
    vi: 'Kho giữ của {owner} tối đa {limitBytes} byte; tệp này vượt hạn mức đó.',
    en: 'At most {limitBytes} bytes of files are kept of {owner}; this one would be too much.',
  },
  STORE_FULL: {
    kind: 'transient',
    vi: 'Kho tệp đã đầy; phần đã nhận vẫn được giữ.',
    en: 'The file store is full; what has come is kept.',
  },
  STORE_AWAY: {
    kind: 'transient',
    vi: 'Kho tệp chưa phản hồi; thử lại sau ít giây.',
    en: 'The file store does not answer; try again in some seconds.',
  },
  PIECE_MISSING: {
    kind: 'bug',
    vi: 'Một phần của tệp không còn trong kho.',
    en: 'A piece of the file is missing in the store.',
  },
});
