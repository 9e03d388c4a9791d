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

  it('F25: their payer is reminded 7 days and 1 day before, and 1 day after; of reminders that were missed only of the last', () => {
    const remindedOn = (day: string, told = '2026-08-10'): readonly number[] =>
      overdueOn([{ ...tax, toldUntil: told }], day).reminded.map(({ daysFromDue }) => daysFromDue);
    expect(tax).toMatchObject({ dueDate: '2026-09-09', toldUntil: '2026-08-10' });
    expect(['2026-09-01', '2026-09-02', '2026-09-08', '2026-09-10'].map((day) => remindedOn(day))).toEqual([
      [],
      [-7],
      [-1],
      [1],
    ]);
    expect(remindedOn('2026-09-03', '2026-09-02')).toEqual([]);
    expect(remindedOn('2026-09-10', '2026-09-10')).toEqual([]);
    expect(remindedOn('2026-10-10')).toEqual([]);
    expect(overdueOn([{ ...tax, state: 'paid' }], '2026-09-08').reminded).toEqual([]);
  });

  it('M25: are told to their payer once they are more than 30 days overdue', () => {
    expect(overdueOn(items, '2026-10-09').noticed).toEqual([]);
    expect(overdueOn(items, '2026-10-10').noticed).toEqual(items);
    expect(overdueOn([{ ...tax, debtNoticedOn: '2026-10-10' }], '2026-10-11').noticed).toEqual([]);
  });

  it('F25: what is paid, deferred, closed or interest is nobody’s overdue debt', () => {
    const others = (['paid', 'booked', 'deferred', 'closed'] as const).map((state) => ({ ...tax, state }));
    expect(overdueOn([...others, { ...tax, interestOf: 'x' }], '2027-01-01')).toEqual({
      reminded: [],
      listed: [],
      noticed: [],
    });
    expect(nextLookOn(others)).toBeUndefined();
  });

  it('are looked at next when the first of them has something to be told', () => {
    const reminded = { ...tax, toldUntil: '2026-09-10' };
    const listed = { ...reminded, overdueListedOn: '2026-09-10' };
    expect(nextLookOn([tax, { ...fee, dueDate: '2026-09-20' }])).toBe('2026-09-02');
    expect(nextLookOn([reminded, { ...fee, dueDate: '2026-09-20' }])).toBe('2026-09-10');
    expect(nextLookOn([listed])).toBe('2026-10-10');
    expect(nextLookOn([{ ...listed, debtNoticedOn: '2026-10-10' }])).toBeUndefined();
  });
});
