import { onlyGrowing, reasonToGrow, type RowCounts } from './growing-tables.rules';

const look = (rows: Readonly<Record<string, number>>): RowCounts => new Map(Object.entries(rows));

describe('a table that only grows', () => {
  it('had never fewer rows than before, and more at the end', () => {
    const looks = [
      look({ 'tax.outbox': 10, 'tax.stash': 0, 'tax.gap': 3, 'tax.parked': 0 }),
      look({ 'tax.outbox': 10, 'tax.stash': 4, 'tax.gap': 2, 'tax.parked': 0 }),
      look({ 'tax.outbox': 30, 'tax.stash': 0, 'tax.gap': 5, 'tax.parked': 0 }),
    ];
    expect(onlyGrowing(looks)).toEqual(['tax.outbox']);
  });

  it('is told from two looks on', () => {
    expect(() => onlyGrowing([look({})])).toThrow('two looks');
  });

  it('has a reason where it is log, history or record, of its own service', () => {
    expect(reasonToGrow('integration-bus.log_entry')).toBe('log');
    expect(reasonToGrow('tax.log_entry')).toBeUndefined();
    expect(reasonToGrow('treasury.inbox')).toBe('window');
    expect(reasonToGrow('treasury.booking')).toBe('record');
    expect(reasonToGrow('intake.stash')).toBeUndefined();
  });
});
