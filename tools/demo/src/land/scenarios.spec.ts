import { listText } from '../report/list';
import { landScenarios } from './scenarios.data';

const asked = [
  'sunny', 'amended-up', 'withdrawn', 'underpaid', 'overpaid', 'late', 'slip-returned', 'exempt-seller', 'deferred',
  'reversal', 'inheritance', 'gift-to-stranger', 'mortgage-first',
]; // prettier-ignore

describe('the scenarios of a land transfer', () => {
  it('are all there, each under a name of its own', () => {
    const names = landScenarios.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(asked));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(landScenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s cites a row of the reference, and every amount that it foresees has its day',
    (_, { expected }) => {
      expect(expected.rows.length).toBeGreaterThan(0);
      for (const { dueDate } of expected.payments) expect(dueDate).toMatch(/^20\d\d-\d\d-\d\d$/);
    },
  );

  it('are listed with amounts, dates and end (W13, W17, F8)', () => {
    const lines = listText().split('\n');
    const after = (name: string): string => {
      const at = lines.findIndex((line) => line.startsWith(`  --scenario ${name} `));
      const next = lines.findIndex((line, i) => i > at && line.startsWith('  --scenario '));
      return lines.slice(at, next).join('\n');
    };
    expect(after('late')).toMatch(/120\.000 đ {2}late-interest, seller, by 05\/10\/2026/);
    expect(after('amended-up')).toMatch(/4\.000\.000 đ {2}personal-income-tax, seller, by 07\/10\/2026/);
    expect(after('withdrawn')).toMatch(/ends in state 8[^]*, closed[^]*16\.000\.000 đ {2}overpaid by the seller/);
  });
});
