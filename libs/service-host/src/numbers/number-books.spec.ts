import { paperNumber, seriesKey } from './number-books';

const paper = { kind: 'CT06', office: 'tran-bien', year: '2026', number: 12 };

describe('numbers of papers', () => {
  it('name number, year, kind of paper and office', () => {
    expect(paperNumber(paper)).toBe('00012/2026/CT06-TRAN-BIEN');
    expect(paperNumber(paper, 6)).toBe('000012/2026/CT06-TRAN-BIEN');
    expect(paperNumber({ ...paper, number: 123_456 })).toBe('123456/2026/CT06-TRAN-BIEN');
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
