import { errorCatalogue } from '@lienthong/kernel';

/** Why a file did not get to the bus or from it. */
export const transferErrors = errorCatalogue('file-transfer', {
  BUS_URL_MISSING: {
    kind: 'bug',
    vi: 'Chưa khai báo địa chỉ của trục (BUS_URL).',
    en: 'The address of the bus is not set (BUS_URL).',
  },
  LINE_BROKEN: {
    kind: 'transient',
    vi: 'Đường truyền tới trục bị ngắt; tệp sẽ được truyền tiếp.',
    en: 'The line to the bus broke; the transfer of the file goes on later.',
  },
  REFUSED: {
    kind: 'refusal',
    vi: 'Trục không nhận hoặc không trả tệp: {code}.',
    en: 'The bus does not take or give the file: {code}.',
  },
  CONTENT_CHANGED: {
    kind: 'bug',
    vi: 'Tệp {fileId} nhận về không khớp mã băm.',
    en: 'The file {fileId} came with other bytes than its hash says.',
  },
});
