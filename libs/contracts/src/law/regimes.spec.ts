import { legalProfile } from './law.config';
import { datedRegimes } from './regimes.data';
import { formsDay, legalRegimes, regimesOf } from './regimes';

describe('the profile of an installation (L §1.1)', () => {
  it('is none where nothing is set: each regime governs in its own time', () => {
    expect(legalProfile({})).toBeUndefined();
    expect(legalProfile({ LEGAL_REGIME: 'by-date' })).toBeUndefined();
    expect(regimesOf(undefined)).toBe(datedRegimes);
    expect(legalRegimes).toBe(datedRegimes);
  });

  it.each(['A', 'B', 'C'] as const)(
    '%s governs every day that any regime governs, and says that it does by profile',
    (id) => {
      const { name } = datedRegimes.find((regime) => regime.id === id)!;
      expect(regimesOf(legalProfile({ LEGAL_REGIME: id }))).toEqual([
        { id, name, validFrom: '2016-08-08', isProfile: true },
      ]);
    },
  );

  it('prints the forms of the regime’s own time, the nearest ones', () => {
    const days = ['2019-08-05', '2024-08-05', '2026-08-05'];
    expect(days.map((on) => formsDay(on, undefined))).toEqual(days);
    expect(days.map((on) => formsDay(on, 'A'))).toEqual(['2019-08-05', '2020-12-04', '2020-12-04']);
    expect(days.map((on) => formsDay(on, 'B'))).toEqual(['2020-12-05', '2024-08-05', '2026-06-30']);
    expect(days.map((on) => formsDay(on, 'C'))).toEqual(['2026-07-01', '2026-07-01', '2026-08-05']);
  });
});
