import { BacklogTurns } from './backlog-turns';

describe('the turns of what waits in the database', () => {
  let claims = 0;
  let turns: BacklogTurns;
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    claims = 0;
    turns = new BacklogTurns(() => {
      claims += 1;
      turns.taken();
    });
  });
  afterEach(() => jest.useRealTimers());

  it('come at once while nobody else is served', () => {
    for (let slice = 1; slice <= 3; slice += 1) turns.ask();
    expect(claims).toBe(3);
  });

  it('come after a rest while others are served, one for all who ask meanwhile', () => {
    turns.fresh();
    turns.ask();
    for (let answer = 0; answer < 5; answer += 1) turns.ask();
    expect(claims).toBe(1);
    jest.advanceTimersByTime(50);
    expect(claims).toBe(2);
    jest.advanceTimersByTime(1_000);
    expect(claims).toBe(2);
  });

  it('come at once again when the others have fallen silent', () => {
    expect(turns.areOthersServed).toBe(false);
    turns.fresh();
    expect(turns.areOthersServed).toBe(true);
    turns.ask();
    jest.advanceTimersByTime(1_001);
    turns.ask();
    turns.ask();
    expect(claims).toBe(3);
  });

  it('end with the relay', () => {
    turns.fresh();
    turns.ask();
    turns.ask();
    turns.stop();
    jest.advanceTimersByTime(100);
    expect(claims).toBe(1);
  });
});
