import { transferDue } from './transfer.rules';

describe('when the money of a voucher has to be at the treasury’s bank (M33, T19)', () => {
  it.each([
    ['the same day, debited before the cut-off', '2026-08-03T15:59:59+07:00', '2026-08-03T23:59:59.999+07:00'],
    [
      'by 10:00 of the next transaction day, debited at the cut-off',
      '2026-08-03T16:00:00+07:00',
      '2026-08-04T10:00:00+07:00',
    ],
    ['by 10:00 on Monday, debited on Friday evening', '2026-08-07T20:00:00+07:00', '2026-08-10T10:00:00+07:00'],
    ['by 10:00 on Monday, debited on Saturday morning', '2026-08-08T09:00:00+07:00', '2026-08-10T10:00:00+07:00'],
    ['after the holiday, debited on its eve (F26)', '2026-12-31T18:00:00+07:00', '2027-01-04T10:00:00+07:00'],
    ['in regime B as well', '2026-06-29T17:00:00+07:00', '2026-06-30T10:00:00+07:00'],
  ])('%s', (_when, debitedAt, due) => {
    expect(transferDue(new Date(debitedAt), '16:00').toISOString()).toBe(new Date(due).toISOString());
  });
});
