import { maskPersonal } from './mask';

describe('masking', () => {
  it.each([
    ['075190000001', '********0001'],
    ['0901234567', '******4567'],
    ['1990-05-17', '****-**-**'],
    ['Nguyễn Văn Án', 'N. V. Á.'],
    ['  đỗ  Ánh ', 'Đ. Á.'],
    ['', ''],
  ])('shows %s as "%s"', (text, masked) => expect(maskPersonal(text)).toBe(masked));
});
