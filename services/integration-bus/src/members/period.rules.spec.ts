import { checkedPeriod } from './period.rules';

const at = new Date('2026-08-03T09:00:00.000+07:00');

describe('the period of a right or a key', () => {
  it('begins when it is given or later, and is told in one spelling', () => {
    expect(checkedPeriod({ validFrom: '2026-08-03T02:00:00Z' }, at)).toEqual({
      validFrom: '2026-08-03T09:00:00.000+07:00',
    });
    expect(
      checkedPeriod({ validFrom: '2026-08-03T09:00:00+07:00', validTo: '2026-08-03T09:00:00.001+07:00' }, at),
    ).toEqual({ validFrom: '2026-08-03T09:00:00.000+07:00', validTo: '2026-08-03T09:00:00.001+07:00' });
  });

  it('does not begin before it is given', () => {
    expect(() => checkedPeriod({ validFrom: '2026-08-03T08:59:59.999+07:00' }, at)).toThrow('FROM_THE_PAST');
  });

  it('ends after it begins', () => {
    const validFrom = '2026-08-04T00:00:00+07:00';
    expect(() => checkedPeriod({ validFrom, validTo: validFrom }, at)).toThrow('PERIOD_WRONG');
  });
});
