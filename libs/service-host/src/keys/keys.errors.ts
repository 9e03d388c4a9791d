import { errorCatalogue } from '@lienthong/kernel';

/** Keys that should lie in the home folder. */
export const keysErrors = errorCatalogue('keys', {
  PRIVATE_KEY_MISSING: {
    kind: 'bug',
    vi: 'Không có khóa riêng {file}; tạo bằng lệnh: npm run lienthong -- keys',
    en: 'There is no private key {file}; make it with: npm run lienthong -- keys',
  },
  STAFF_KEY_MISSING: {
    kind: 'refusal',
    status: 409,
    vi: 'Cán bộ {person} chưa có khóa ký; tạo bằng lệnh: npm run lienthong -- keys',
    en: 'The officer {person} has no signing key yet; make it with: npm run lienthong -- keys',
  },
});
