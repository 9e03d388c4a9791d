import { WrongInput } from '../../demo/src';
import { readBenchOptions } from './options';
import { scenarioNames } from './scenario';

describe('options of the bench', () => {
  it('measure everything by default, and in a hurry all but the long ones', () => {
    expect(readBenchOptions([])).toEqual({ scenarios: scenarioNames, quick: false, json: false });
    const { scenarios } = readBenchOptions(['--quick']);
    const leftOut = ['noisy-member', 'dead-webhook', 'instances', 'province', 'grow', 'soak'];
    expect(scenarioNames.filter((name) => !scenarios.includes(name))).toEqual(leftOut);
  });

  it('name scenarios, also a long one in a hurry, a stretch and a rate', () => {
    const options = readBenchOptions(['--quick', '--scenario', 'soak, hop', '--duration', '5', '--rate', '20']);
    expect(options).toMatchObject({ scenarios: ['hop', 'soak'], durationMs: 5_000, rate: 20 });
  });

  it('are refused all at once, each with what is allowed', () => {
    let faults: readonly { path: string; message: string }[] = [];
    try {
      readBenchOptions(['--scenario', 'hop,jump', '--duration', '0', '--rate', '1.5']);
    } catch (error) {
      faults = (error as WrongInput).faults;
    }
    expect(faults.map(({ path }) => path)).toEqual(['--scenario', '--duration', '--rate']);
    expect(faults[0]?.message).toMatch(/^'jump' is no scenario; there are hop, /);
  });
});
