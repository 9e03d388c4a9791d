import { lawBookOn } from './law-book.rules';
import { defaultReadings } from './readings.data';

describe('the law of a day', () => {
  it('shows each row that is in force once, values as they are computed with', () => {
    const { rows } = lawBookOn('2026-08-03', defaultReadings);
    expect(new Set(rows.map(({ rule }) => rule)).size).toBe(rows.length);
    const valueOf = (rule: string): string | undefined => rows.find((row) => row.rule.startsWith(rule))?.value;
    expect([valueOf('P1'), valueOf('§3.2 threshold'), valueOf('§3.7'), valueOf('W20')]).toEqual([
      '1/50',
      '20000000',
      '3/10000',
      'within 3/10, upToOneMore 1/2, further 1/1',
    ]);
  });

  it('marks what was told or read by us, and shows the other answers to an open question', () => {
    const { rows, readings } = lawBookOn('2026-06-30', { ...defaultReadings, feeComparison: 'by-total' });
    expect(rows.find(({ rule }) => rule.startsWith('P1'))).toMatchObject({ value: '1/50', reading: true });
    expect(readings).toContainEqual({
      question: 'feeComparison',
      answer: 'by-total',
      others: ['as-contract-states', 'by-component'],
    });
  });

  it('flags regime A unverified, with no number that was read', () => {
    const { regime, timers } = lawBookOn('2019-08-05', defaultReadings);
    expect(regime).toMatchObject({ id: 'A', unverified: true });
    expect(timers.length).toBeGreaterThan(10);
    expect(timers.filter(({ reading }) => !reading)).toEqual([]);
    expect(lawBookOn('2026-08-03', defaultReadings).regime.unverified).toBe(false);
  });
});
