import type { RegimeId } from '@lienthong/contracts';

interface Loaded {
  readonly sound: typeof import('./soundness');
  readonly catalogue: typeof import('./catalogue');
  readonly regimes: typeof import('./regimes');
}

/** The library as a process of an installation with that profile loads it. */
function underProfile(profile: RegimeId): Loaded {
  const before = process.env['LEGAL_REGIME'];
  process.env['LEGAL_REGIME'] = profile;
  const loaded: Loaded[] = [];
  try {
    jest.isolateModules(() =>
      loaded.push({
        sound: jest.requireActual('./soundness'),
        catalogue: jest.requireActual('./catalogue'),
        regimes: jest.requireActual('./regimes'),
      }),
    );
  } finally {
    if (before === undefined) delete process.env['LEGAL_REGIME'];
    else process.env['LEGAL_REGIME'] = before;
  }
  const [library] = loaded;
  if (!library) throw new Error('nothing was loaded');
  return library;
}

describe.each([
  ['A', 5, true],
  ['B', 5, false],
  ['C', 3, false],
] as const)('an installation that shows regime %s', (profile, days, isReading) => {
  it(`has ${days} working days for the notices on every day (T5, A.4)`, () => {
    const { catalogue, regimes } = underProfile(profile);
    const [version] = catalogue.findProcedure('1.013831')?.versions ?? [];
    const limits = version?.steps.find(({ id }) => id === 'issue')?.limits ?? [];
    for (const on of ['2019-08-05', '2024-08-05', '2026-08-05']) {
      expect(regimes.regimeOn(on).id).toBe(profile);
      expect(regimes.legalTimeOn(limits, on)).toMatchObject({ amount: days, reading: isReading });
    }
  });

  it('runs every procedure soundly, also those that have no money leg', () => {
    const { catalogue, sound } = underProfile(profile);
    for (const procedure of catalogue.procedures) expect(sound.soundnessFaults(procedure)).toEqual([]);
  });
});
