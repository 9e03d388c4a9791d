import { paperNumber, seriesKey } from './number-books';

describe('numbers of papers', () => {
  it('name number, year, kind of paper and office', () => {
    expect(paperNumber('CT06', 'tran-bien', '2026', 12)).toBe('00012/2026/CT06-TRAN-BIEN');
    expect(paperNumber('CT06', 'tran-bien', '2026', 123_456)).toBe('123456/2026/CT06-TRAN-BIEN');
  });

  it('count apart for each kind, office and year', () => {
    const keys = [
      seriesKey('CT05', 'tran-bien', '2026'),
      seriesKey('CT06', 'tran-bien', '2026'),
      seriesKey('CT06', 'long-thanh', '2026'),
      seriesKey('CT06', 'tran-bien', '2027'),
    ];
    expect(new Set(keys).size).toBe(4);
  });
});
