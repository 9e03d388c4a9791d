import { plainText } from './plain-text.rules';

describe('the text of an SMS', () => {
  it('has no accents, whichever way they were written (L §4.8)', () => {
    const text = 'Đồng Nai: thiếu hợp đồng';
    expect(plainText(text)).toBe('Dong Nai: thieu hop dong');
    expect(plainText(text.normalize('NFD'))).toBe('Dong Nai: thieu hop dong');
  });
});
