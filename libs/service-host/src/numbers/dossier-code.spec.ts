import { parseDossierCode } from '@lienthong/kernel';
import { counterKey, dossierCode } from './dossier-code';

describe('dossier codes (O §1.4)', () => {
  it('carry unit, day of receipt and a four-digit number', () => {
    expect(dossierCode('H19.91.01', '2026-08-03', 1)).toBe('H19.91.01-260803-0001');
  });

  it('keep the form of the unit code that is in force on the day', () => {
    expect(dossierCode('000.01.91.H19', '2019-08-12', 7)).toBe('000.01.91.H19-190812-0007');
  });

  it('grow to five digits beyond 9,999 a day and never wrap', () => {
    expect(dossierCode('H19.91.01', '2026-08-03', 9_999)).toBe('H19.91.01-260803-9999');
    expect(dossierCode('H19.91.01', '2026-08-03', 10_000)).toBe('H19.91.01-260803-10000');
  });

  it('can be read back by the last two hyphens', () => {
    expect(parseDossierCode(dossierCode('H19.91.02', '2026-12-31', 42))).toEqual({
      unitCode: 'H19.91.02',
      date: '2026-12-31',
      number: 42,
    });
  });

  it('are counted apart for each unit and day', () => {
    const keys = [
      counterKey('H19.91.01', '2026-08-03'),
      counterKey('H19.91.02', '2026-08-03'),
      counterKey('H19.91.01', '2026-08-04'),
    ];
    expect(new Set(keys).size).toBe(3);
  });
});
