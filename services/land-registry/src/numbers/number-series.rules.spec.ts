import { certificateSerial, officeNumber, seriesKey } from './number-series.rules';

const book = { office: 'long-thanh', year: 2026 };

describe('numbers of the land office', () => {
  it('name number, year, kind of paper and office, short enough for their messages', () => {
    expect(officeNumber('receipt', book, 1)).toBe('000001/2026/BN-LONG-THANH');
    expect(officeNumber('slip', book, 123)).toBe('00123/2026/PCTT-LONG-THANH');
    expect(officeNumber('register', book, 123_456).length).toBeLessThanOrEqual(30);
  });

  it('count apart for each book, office and year', () => {
    const keys = [
      seriesKey('receipt', book),
      seriesKey('slip', book),
      seriesKey('receipt', { ...book, office: 'bien-hoa' }),
      seriesKey('receipt', { ...book, year: 2027 }),
    ];
    expect(new Set(keys).size).toBe(4);
  });

  it('give a new certificate two letters and eight digits', () => {
    expect(certificateSerial(7)).toBe('DN 00000007');
  });
});
