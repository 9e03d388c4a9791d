import { dongText } from '@lienthong/kernel';
import { dayLists } from './day-lists';

const head = { date: '2026-08-03', treasuryCode: '9901', run: 1 };
const amounts = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    reference: `99992026${String(i).padStart(10, '0')}01`,
    amountDong: dongText(2n),
  }));

describe('the list of a day (M47)', () => {
  it('travels in parts, each telling count and sum of the whole', () => {
    const lists = dayLists(head, amounts(4001));
    expect(lists.map(({ part, parts, amounts }) => [part, parts, amounts.length])).toEqual([
      [1, 3, 2000],
      [2, 3, 2000],
      [3, 3, 1],
    ]);
    expect(new Set(lists.map(({ count, totalDong }) => `${count} ${totalDong}`))).toEqual(new Set(['4001 8002']));
    expect(lists.flatMap((list) => list.amounts)).toEqual(amounts(4001));
  });

  it('of a day without amounts is one part that says so', () => {
    expect(dayLists(head, [])).toEqual([{ ...head, part: 1, parts: 1, count: 0, totalDong: '0', amounts: [] }]);
  });
});
