import { WrongInput } from '../../demo/src';
import { QUICK_KILLS, readSweepOptions } from './options';
import { sweptServices } from './procedures';

const faultsOf = (...args: readonly string[]): readonly string[] => {
  try {
    readSweepOptions(args);
    return [];
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error;
    return error.faults.map(({ path, message }) => `${path}: ${message}`);
  }
};

describe('options of the crash sweep', () => {
  it('sweep every process with one seed by default', () => {
    expect(readSweepOptions([])).toMatchObject({ seeds: [1], quick: false, json: false });
    expect(readSweepOptions([])).toMatchObject({
      procedure: 'land-transfer',
      scenario: 'sunny',
      processes: sweptServices['land-transfer'],
    });
    expect(readSweepOptions([]).kills).toBeUndefined();
  });

  it('name the procedure that is played, and with it the processes that there are', () => {
    const { procedure, processes, full } = readSweepOptions(['--procedure', 'birth']);
    expect({ procedure, full }).toEqual({ procedure: 'birth', full: true });
    expect(processes).toEqual(['integration-bus', 'intake', 'civil-status', 'residence', 'health-insurance']);
    expect(faultsOf('--procedure', 'birth', '--processes', 'tax')[0]).toMatch(/^--processes: 'tax' is no process/);
    expect(faultsOf('--procedure', 'marriage')[0]).toMatch(
      /^--procedure: 'marriage' is none; there are land-transfer, birth/,
    );
  });

  it('name the scenario by which land transfers go; only such in which every đồng is booked are swept', () => {
    expect(readSweepOptions(['--scenario', 'amended-up', '--quick']).scenario).toBe('amended-up');
    expect(faultsOf('--scenario', 'withdrawn')).toEqual([
      "--scenario: 'withdrawn' is none; there are sunny, amended-up",
    ]);
    expect(faultsOf('--procedure', 'birth', '--scenario', 'sunny')).toEqual(['--scenario: belongs to land-transfer']);
  });

  it('narrow processes and effects, repeat a seed, or go through several', () => {
    expect(readSweepOptions(['--processes', 'tax, treasury', '--effects', 'sql commit', '--seed', '42'])).toMatchObject(
      {
        processes: ['tax', 'treasury'],
        effects: 'sql commit',
        seeds: [42],
      },
    );
    expect(readSweepOptions(['--seeds', '3']).seeds).toEqual([1, 2, 3]);
    expect(readSweepOptions(['--quick']).kills).toBe(QUICK_KILLS);
  });

  it('make a full sweep only when nothing narrows it', () => {
    for (const args of [[], ['--json'], ['--seed', '7'], ['--seeds', '2']])
      expect(readSweepOptions(args).full).toBe(true);
    for (const args of [['--quick'], ['--kills', '9'], ['--processes', 'tax'], ['--effects', 'sql']])
      expect(readSweepOptions(args).full).toBe(false);
  });

  it('are refused all at once, each with what is allowed', () => {
    const faults = faultsOf('--processes', 'tax,police', '--seed', 'x', '--kills', '0');
    expect(faults).toHaveLength(3);
    expect(faults[0]).toMatch(/^--processes: 'police' is no process; there are integration-bus, /);
    expect(faults[1]).toMatch(/^--seed: 'x' is not a whole number from 0 to /);
    expect(faults[2]).toMatch(/^--kills: '0' is not a whole number from 1 to /);
  });

  it('are refused when they contradict each other or are unknown', () => {
    expect(faultsOf('--seed', '1', '--seeds', '2')[0]).toContain('--seed');
    expect(faultsOf('--quick', '--kills', '30')[0]).toContain('--quick');
    expect(faultsOf('--nonsense')[0]).toContain('--nonsense');
  });
});
