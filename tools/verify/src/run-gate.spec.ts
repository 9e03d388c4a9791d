import { gatesWithout } from './gates.data';
import { runGate, runGates } from './run-gate';

const passing = { name: 'passes', command: ['-e', 'console.log("fine")'] };
const failing = { name: 'fails', command: ['-e', 'console.error("broken"); process.exit(3)'] };

describe('gates of `npm run verify`', () => {
  it('a gate passes when its command ends with 0', async () => {
    expect(await runGate(passing, __dirname)).toMatchObject({ passed: true, output: 'fine\n' });
  });

  it('a gate fails with what its command said', async () => {
    expect(await runGate(failing, __dirname)).toMatchObject({ passed: false, output: 'broken\n' });
  });

  it('a failed gate does not stop the others, and each is reported once', async () => {
    const reported: string[] = [];
    const results = await runGates([failing, passing, passing], {
      folder: __dirname,
      lanes: 2,
      report: (result) => reported.push(result.gate.name),
    });
    expect(results.map((result) => result.passed).sort()).toEqual([false, true, true]);
    expect(reported).toHaveLength(3);
  });

  it('are all run but those that are named, and a name that no gate has is refused', () => {
    const names = (without: readonly string[]): string[] => gatesWithout(without).map(({ name }) => name);
    expect(names([])).toContain('lint');
    expect(names(['lint'])).toEqual(names([]).filter((name) => name !== 'lint'));
    expect(() => names(['lint', 'lnt'])).toThrow('there is no gate lnt');
  });
});
