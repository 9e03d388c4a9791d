import { vietnamCalendar } from '@lienthong/kernel';
import { completionTimes } from './completion.rules';

describe('the two waits of a slip that is to be completed (F4)', () => {
  it.each([
    ['B', '2026-06-01', '2026-06-03', { askBy: '2026-06-04', answerBy: '2026-06-08' }],
    ['C', '2026-08-03', '2026-08-05', { askBy: '2026-08-10', answerBy: '2026-08-12' }],
    ['A', '2019-06-03', '2019-06-04', { askBy: '2019-06-06' }],
  ] as const)('T10, T11: under regime %s, received %s and asked %s', (regime, clockStartedOn, askedOn, times) => {
    expect(completionTimes({ regime, clockStartedOn }, askedOn, vietnamCalendar)).toEqual(times);
  });
});
