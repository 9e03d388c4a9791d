import type { RegimeId } from '@lienthong/contracts';

interface Loaded {
  readonly sound: typeof import('./soundness');
  readonly catalogue: typeof import('./catalogue');
  readonly regimes: typeof import('./regimes');
}

/** The library as a process of an installation with that profile loads it. */
async function underProfile(profile: RegimeId): Promise<Loaded> {
  const before = process.env['LEGAL_REGIME'];
  process.env['LEGAL_REGIME'] = profile;
  const loaded: { library?: Loaded } = {};
  try {
    await jest.isolateModulesAsync(async () => {
      const [sound, catalogue, regimes] = [
        await import('./soundness'),
        await import('./catalogue'),
        await import('./regimes'),
      ];
      loaded.library = { sound, catalogue, regimes };
    });
  } finally {
    if (before === undefined) delete process.env['LEGAL_REGIME'];
    else process.env['LEGAL_REGIME'] = before;
  }
  if (!loaded.library) throw new Error('nothing was loaded');
  return loaded.library;
}

describe.each([
  ['A', 5, true],
  ['B', 5, false],
  ['C', 3, false],
] as const)('an installation that shows regime %s', (profile, days, isReading) => {
  it(`has ${days} working days for the notices on every day (T5, A.4)`, async () => {
    const { catalogue, regimes } = await underProfile(profile);
    const [version] = catalogue.findProcedure('1.013831')?.versions ?? [];
    const limits = version?.steps.find(({ id }) => id === 'issue')?.limits ?? [];
    for (const on of ['2019-08-05', '2024-08-05', '2026-08-05']) {
      expect(regimes.regimeOn(on).id).toBe(profile);
      expect(regimes.legalTimeOn(limits, on)).toMatchObject({ amount: days, reading: isReading });
    }
  });

  it('runs every procedure soundly, also those that have no money leg', async () => {
    const { catalogue, sound } = await underProfile(profile);
    for (const procedure of catalogue.procedures) expect(sound.soundnessFaults(procedure)).toEqual([]);
  });
});
