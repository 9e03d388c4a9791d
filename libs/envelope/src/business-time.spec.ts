import { businessTimeOf } from './business-time';

describe('the business time of a message', () => {
  const time = '2026-08-03T23:58:00+07:00';

  it('is the time in the message, when it comes after midnight or days later (F24)', () => {
    for (const now of ['2026-08-04T00:03:00+07:00', '2026-08-06T09:00:00+07:00'])
      expect(businessTimeOf({ time }, new Date(now))).toEqual(new Date(time));
  });

  it('is never later than now, whatever the clock of its sender says (F24)', () => {
    const now = new Date('2026-08-03T23:50:00+07:00');
    expect(businessTimeOf({ time }, now)).toEqual(now);
  });
});
