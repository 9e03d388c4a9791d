import { vietnamCalendar } from '@lienthong/kernel';
import { limitOn, startTaxClock, type TaxClock } from './tax-clock.rules';

function noticeBy(clock: TaxClock | undefined): string {
  return clock ? limitOn('T5', clock, vietnamCalendar) : 'no clock';
}

describe('the tax clock', () => {
  it('A.4, regime C: a slip received on 05/08/2026 has its notices by 10 August', () => {
    const clock = startTaxClock({ receivedOn: '2026-08-05' });
    expect(clock).toEqual({ regime: 'C', startedOn: '2026-08-05' });
    expect(noticeBy(clock)).toBe('2026-08-10');
  });

  it('A.4, regime B: the same dossier, accepted on 06/08, has them by 13 August', () => {
    const kept = { regime: 'B', startedOn: '2026-06-30' } as const;
    const clock = startTaxClock({ receivedOn: '2026-08-05', acceptedOn: '2026-08-06' }, kept);
    expect(clock).toEqual({ regime: 'B', startedOn: '2026-08-06' });
    expect(noticeBy(clock)).toBe('2026-08-13');
  });

  it('M12, T4: runs from the acceptance in regime B since TT 19/2021, and does not run before it', () => {
    expect(startTaxClock({ receivedOn: '2026-06-29' })).toBeUndefined();
    expect(startTaxClock({ receivedOn: '2026-06-29', acceptedOn: '2026-06-30' })).toEqual({ regime: 'B', startedOn: '2026-06-30' }); // prettier-ignore
    expect(startTaxClock({ receivedOn: '2021-05-02' })).toEqual({ regime: 'B', startedOn: '2021-05-02' });
  });

  it('M12: exists in regime B only, since 03/05/2021: elsewhere the clock runs without an acceptance', () => {
    const days = ['2019-06-03', '2021-05-02', '2021-05-03', '2026-06-30', '2026-07-01'];
    const waiting = days.filter((receivedOn) => startTaxClock({ receivedOn }) === undefined);
    expect(waiting).toEqual(['2021-05-03', '2026-06-30']);
  });

  it('corrections row 15: an acceptance on 01/07/2026 starts the clock in regime C', () => {
    expect(startTaxClock({ receivedOn: '2026-06-30', acceptedOn: '2026-07-01' })?.regime).toBe('C');
  });

  it('T12, F4: a later slip restarts the time in full, and the dossier keeps its regime', () => {
    const first = startTaxClock({ receivedOn: '2026-06-29', acceptedOn: '2026-06-29' });
    const again = startTaxClock({ receivedOn: '2026-07-06', acceptedOn: '2026-07-06' }, first);
    expect(again).toEqual({ regime: 'B', startedOn: '2026-07-06' });
    expect(noticeBy(again)).toBe('2026-07-13');
  });

  it.each([
    ['T5', '2026-08-11'],
    ['T6', '2026-08-13'],
    ['T8', '2026-08-17'],
  ] as const)('%s: a clock from Thursday 06/08/2026 ends on %s in regime C (L §3.9)', (timer, end) => {
    expect(limitOn(timer, { regime: 'C', startedOn: '2026-08-06' }, vietnamCalendar)).toBe(end);
  });
});
