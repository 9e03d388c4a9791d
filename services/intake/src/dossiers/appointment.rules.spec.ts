import { instantText } from '@lienthong/kernel';
import { acceptedDossier } from '../../test/dossier.mother';
import { goOn, standStill } from './appointment.rules';
import type { Dossier } from './dossier.state';

function dossier(acceptedAt: string, appointmentAt: string): Dossier {
  return { ...acceptedDossier(), acceptedAt: local(acceptedAt), appointmentAt: local(appointmentAt) };
}

function local(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}:00+07:00`);
}

describe('the appointment of a dossier whose clock stood', () => {
  const waiting = standStill(dossier('2025-04-21 08:00', '2025-05-07 08:00'), 'papers', local('2025-04-24 10:00'));

  it('stays what it was while papers are awaited, and moves by the working time of the pause (F1, O §1.5 RESUME)', () => {
    expect(waiting.appointmentAt).toEqual(local('2025-05-07 08:00'));
    const resumed = goOn(waiting, 'papers', { to: local('2025-05-06 09:00') });
    expect(instantText(resumed.appointmentAt)).toBe(instantText(local('2025-05-14 17:00')));
    expect(resumed.pauses).toEqual([
      {
        cause: 'papers',
        from: instantText(local('2025-04-24 10:00')),
        to: instantText(local('2025-05-06 09:00')),
        appointmentBefore: instantText(local('2025-05-07 08:00')),
        appointmentAfter: instantText(local('2025-05-14 17:00')),
      },
    ]);
  });

  it('is made anew for the whole time where the procedure says so (O §1.5 RESTART)', () => {
    const restarted = goOn(waiting, 'papers', { to: local('2025-05-06 09:00'), afterwards: 'restart' });
    expect(instantText(restarted.appointmentAt)).toBe(instantText(local('2025-05-20 09:00')));
  });

  it('leaves out the days at tax office and bank: Appendix A.4 ends on 25 August at 15:10 (L A.4, corrections row 1)', () => {
    const atTax = standStill(dossier('2026-08-03 09:10', '2026-08-10 09:10'), 'tax', local('2026-08-05 16:00'));
    const fulfilled = goOn(atTax, 'tax', { to: local('2026-08-21 10:00') });
    expect(instantText(fulfilled.appointmentAt)).toBe(instantText(local('2026-08-25 15:10')));
  });

  it('passes over the holidays that lie in its middle, and never ends on one (F26)', () => {
    const before = standStill(dossier('2026-08-24 08:00', '2026-08-31 08:00'), 'papers', local('2026-08-28 08:00'));
    const oneDay = goOn(before, 'papers', { to: local('2026-08-31 08:00') });
    expect(instantText(oneDay.appointmentAt)).toBe(instantText(local('2026-09-03 08:00')));
    const overNationalDay = goOn(before, 'papers', { to: local('2026-09-03 08:00') });
    expect(instantText(overNationalDay.appointmentAt)).toBe(instantText(local('2026-09-04 08:00')));
  });

  it('does not move when the clock stood on days off only, nor for a pause that was never begun', () => {
    const weekend = standStill(dossier('2026-08-03 09:10', '2026-08-10 09:10'), 'papers', local('2026-08-08 09:00'));
    expect(goOn(weekend, 'papers', { to: local('2026-08-09 20:00') }).appointmentAt).toEqual(local('2026-08-10 09:10'));
    const running = dossier('2026-08-03 09:10', '2026-08-10 09:10');
    expect(goOn(running, 'tax', { to: local('2026-08-06 09:00') })).toBe(running);
    expect(standStill(weekend, 'papers', local('2026-08-09 09:00'))).toBe(weekend);
  });
});
