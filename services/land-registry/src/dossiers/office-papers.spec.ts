import { paperNumber } from '@lienthong/service-host';
import { officePapers, RECEIPT_DIGITS } from './office-papers.data';

const paper = { office: 'long-thanh', year: '2026' };

describe('numbers of the land office', () => {
  it('name number, year, kind of paper and office', () => {
    const receipt = { ...paper, kind: officePapers.receipt, number: 1 };
    expect(paperNumber(receipt, RECEIPT_DIGITS)).toBe('000001/2026/BN-LONG-THANH');
    expect(paperNumber({ ...paper, kind: officePapers.slip, number: 123 })).toBe('00123/2026/PCTT-LONG-THANH');
  });

  it('are short enough for their messages', () => {
    for (const kind of Object.values(officePapers))
      expect(paperNumber({ ...paper, kind, number: 9_999_999 }).length).toBeLessThanOrEqual(30);
  });
});
