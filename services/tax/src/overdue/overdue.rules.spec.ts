import { changesOf, computed, noneStanding } from '../../test/notices.mother';
import type { PayableItem } from '../obligations/payable-item.entity';
import { nextLookOn, overdueOn } from './overdue.rules';

const items = changesOf(computed(), noneStanding, { on: '2026-08-10' }).opened.map(({ item }) => item);
const [tax, fee] = items as [PayableItem, PayableItem];

describe('items that are overdue', () => {
  it('F25: are listed from the day after their due date, and once', () => {
    expect(overdueOn(items, '2026-09-09').listed).toEqual([]);
    expect(overdueOn(items, '2026-09-10').listed).toEqual(items);
    expect(overdueOn([{ ...tax, overdueListedOn: '2026-09-10' }, fee], '2026-09-11').listed).toEqual([fee]);
  });

  it('M25: are told to their payer once they are more than 30 days overdue', () => {
    expect(overdueOn(items, '2026-10-09').noticed).toEqual([]);
    expect(overdueOn(items, '2026-10-10').noticed).toEqual(items);
    expect(overdueOn([{ ...tax, debtNoticedOn: '2026-10-10' }], '2026-10-11').noticed).toEqual([]);
  });

  it('F25: what is paid, deferred, closed or interest is nobody’s overdue debt', () => {
    const others = (['paid', 'booked', 'deferred', 'closed'] as const).map((state) => ({ ...tax, state }));
    expect(overdueOn([...others, { ...tax, interestOf: 'x' }], '2027-01-01')).toEqual({ listed: [], noticed: [] });
    expect(nextLookOn(others)).toBeUndefined();
  });

  it('are looked at next when the first of them has something to be told', () => {
    const listed = { ...tax, overdueListedOn: '2026-09-10' };
    expect(nextLookOn([tax, { ...fee, dueDate: '2026-09-20' }])).toBe('2026-09-10');
    expect(nextLookOn([listed])).toBe('2026-10-10');
    expect(nextLookOn([{ ...listed, debtNoticedOn: '2026-10-10' }])).toBeUndefined();
  });
});
