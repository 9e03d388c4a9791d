import { readOptions } from './options';

describe('the options of the demo', () => {
  it('play one dossier on a stack of its own when none is given', () => {
    expect(readOptions([])).toEqual({
      options: {
        procedure: 'land-transfer',
        scenario: 'sunny',
        list: false,
        dossiers: 1,
        automatic: false,
        attach: false,
        keep: false,
        secured: false,
        json: false,
      },
      faults: [],
    });
  });

  it('are read in any order and in both spellings', () => {
    const { options, faults } = readOptions([
      '--json',
      '--dossiers=200',
      '--file',
      'x.json',
      '--at',
      '2026-08-03',
      '--automatic',
    ]);
    expect(faults).toEqual([]);
    expect(options).toMatchObject({ dossiers: 200, file: 'x.json', at: '2026-08-03', automatic: true, json: true });
  });

  it('are refused all at once, each by name', () => {
    const { faults } = readOptions([
      '--dossiers',
      '0',
      '--colour',
      '--json=1',
      'extra',
      '--attach',
      '--keep',
      '--at',
      'x',
    ]);
    expect(faults.map(({ path }) => path).sort()).toEqual([
      '--at',
      '--colour',
      '--dossiers',
      '--json',
      '--keep',
      'extra',
    ]);
  });

  it.each(['--constructor', '--toString'])('knows no option %s', (option) => {
    expect(readOptions([option]).faults).toEqual([{ path: option, message: 'is not an option of this command' }]);
  });

  it('choose a procedure and how its chain goes; the first scenario is the one without a hitch', () => {
    expect(readOptions(['--procedure', 'birth']).options).toMatchObject({ procedure: 'birth', scenario: 'happy' });
    expect(readOptions(['--procedure=birth', '--scenario=residence-rejected']).options).toMatchObject({
      scenario: 'residence-rejected',
    });
    expect(readOptions(['--procedure', 'wedding', '--scenario', 'x']).faults.map(({ path }) => path)).toEqual([
      '--procedure',
      '--scenario',
    ]);
  });

  it.each(['A', 'B', 'C'])('--regime %s is the scenario of its name, with its own dossier and days', (regime) => {
    const scenario = `regime-${regime.toLowerCase()}`;
    expect(readOptions(['--regime', regime])).toMatchObject({ options: { scenario }, faults: [] });
    for (const other of [['--file', 'x.json'], ['--scenario', 'sunny'], ['--attach']])
      expect(readOptions(['--regime', regime, ...other]).faults).toHaveLength(1);
  });

  it('names a regime that does not exist', () => {
    expect(readOptions(['--regime', 'D']).faults).toEqual([
      { path: '--regime', message: "must be A, B or C, not 'D'" },
    ]);
  });

  it('refuse what a scenario in which people act by a script cannot have', () => {
    const faultsOf = (...args: readonly string[]): readonly string[] =>
      readOptions(['--scenario', ...args]).faults.map(({ path }) => path);
    expect(faultsOf('late')).toEqual([]);
    expect(faultsOf('late', '--attach', '--automatic', '--dossiers', '51')).toEqual([
      '--automatic',
      '--attach',
      '--dossiers',
    ]);
    expect(faultsOf('underpaid', '--attach', '--dossiers', '50')).toEqual([]);
    expect(faultsOf('sunny', '--attach', '--automatic', '--dossiers', '51')).toEqual([]);
  });
});
