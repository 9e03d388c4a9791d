import { HoldBack } from './hold-back';

describe('a hold-back', () => {
  let changes: number;
  let holds: HoldBack;
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    changes = 0;
    holds = new HoldBack(() => (changes += 1));
  });
  afterEach(() => jest.useRealTimers());

  it('waits twice as long after each failure in a row, at most a minute', () => {
    const waits = Array.from({ length: 7 }, () => holds.failed('tax'));
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    holds.succeeded('tax');
    expect(holds.failed('tax')).toBe(2_000);
  });

  it('holds what failed alone, until it is due', () => {
    holds.failed('tax');
    expect([holds.isHeld('tax'), holds.isHeld('treasury'), holds.held()]).toEqual([true, false, ['tax']]);
    jest.advanceTimersByTime(1_999);
    expect(holds.held()).toEqual(['tax']);
    jest.advanceTimersByTime(1);
    expect([holds.isHeld('tax'), holds.held()]).toEqual([false, []]);
  });

  it('tells when something begins to wait, and once when it has waited', () => {
    holds.failed('tax');
    holds.held();
    expect(changes).toBe(1);
    jest.advanceTimersByTime(2_000);
    holds.held();
    holds.held();
    expect(changes).toBe(2);
  });

  it('doubts what failed until it succeeds, also when it has waited; a wait of a set length is no failure', () => {
    holds.failed('tax');
    holds.holdFor('treasury', 60_000);
    jest.advanceTimersByTime(2_000);
    expect([holds.isDoubtful('tax'), holds.isDoubtful('treasury'), holds.held()]).toEqual([true, false, ['treasury']]);
    holds.succeeded('tax');
    expect(holds.isDoubtful('tax')).toBe(false);
  });
});
