import { errorCatalogue } from './errors';

/** Errors of the kernel's own values. */
export const kernelErrors = errorCatalogue('kernel', {
  CALENDAR_YEAR_MISSING: {
    kind: 'bug',
    vi: 'Chưa có lịch làm việc của năm {year}.',
    en: 'The working calendar has no rows for the year {year}.',
  },
  DATE_INVALID: {
    kind: 'input',
    vi: 'Ngày "{text}" không hợp lệ.',
    en: '"{text}" is not a calendar date of the form YYYY-MM-DD.',
  },
  AMOUNT_INVALID: {
    kind: 'input',
    vi: 'Số tiền "{text}" không hợp lệ.',
    en: '"{text}" is not an amount in whole đồng of at most 18 digits.',
  },
  FRACTION_INVALID: {
    kind: 'input',
    vi: 'Phân số "{text}" không hợp lệ.',
    en: '"{text}" is not a fraction such as 1/2, 1 or 1.25.',
  },
  SHARES_NOT_WHOLE: {
    kind: 'input',
    vi: 'Tổng các phần sở hữu là {sum}, phải bằng 1.',
    en: 'The shares add up to {sum}, they must add up to 1.',
  },
  PERSONAL_NUMBER_INVALID: {
    kind: 'input',
    vi: 'Số định danh cá nhân không hợp lệ.',
    en: 'Not a personal identification number of 12 digits.',
  },
  ID_INVALID: { kind: 'input', vi: 'Mã định danh không hợp lệ.', en: 'Not an id of the form UUIDv7.' },
});
