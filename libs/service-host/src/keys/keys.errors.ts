import { errorCatalogue } from '@lienthong/kernel';

/** Keys that should lie in the home folder. */
export const keysErrors = errorCatalogue('keys', {
  PRIVATE_KEY_MISSING: {
    kind: 'bug',
    vi: 'Không có khóa riêng {file}; tạo bằng lệnh: npm run lienthong -- keys',
    en: 'There is no private key {file}; make it with: npm run lienthong -- keys',
  },
  KEY_THERE: {
    kind: 'refusal',
    vi: 'Khóa {file} đã có; khóa mới cần tên mới.',
    en: 'The key {file} lies there already; a new key needs a new name.',
  },
  KID_MALFORMED: {
    kind: 'input',
    vi: 'Tên khóa {kid} không hợp lệ: tối đa 100 chữ cái, chữ số và các dấu . _ : -',
    en: '{kid} is no name of a key: at most 100 letters, digits and . _ : -',
  },
  STAFF_KEY_MISSING: {
    kind: 'refusal',
    status: 409,
    vi: 'Cán bộ {person} chưa có khóa ký; tạo bằng lệnh: npm run lienthong -- keys',
    en: 'The officer {person} has no signing key yet; make it with: npm run lienthong -- keys',
  },
});
