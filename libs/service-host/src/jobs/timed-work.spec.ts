import { TimedWork } from './timed-work';

describe('work that time brings', () => {
  let turns: number;
  let failures: unknown[];
  beforeEach(() => {
    jest.useFakeTimers();
    turns = 0;
    failures = [];
  });
  afterEach(() => jest.useRealTimers());

  function timed(work: () => Promise<{ againInMs?: number }>): TimedWork {
    const onFailure = (error: unknown): void => void failures.push(error);
    return new TimedWork({
      name: 'timed',
      everyMs: 1_000,
      onFailure,
      work: () => {
        turns += 1;
        return work();
      },
    });
  }

  it('is done at the start, then every so often, and never after the stop', async () => {
    const work = timed(async () => ({}));
    await work.start();
    await jest.advanceTimersByTimeAsync(0);
    expect(turns).toBe(1);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(turns).toBe(3);
    await work.stop();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(turns).toBe(3);
  });

  it('comes sooner when a turn or somebody else asks for it, and not later when a later time is asked for', async () => {
    const work = timed(async () => (turns === 1 ? { againInMs: 100 } : {}));
    await work.start();
    await jest.advanceTimersByTimeAsync(100);
    expect(turns).toBe(2);
    work.wakeIn(50);
    work.wakeIn(900);
    await jest.advanceTimersByTimeAsync(50);
    expect(turns).toBe(3);
    await work.stop();
  });

  it('goes on after a turn that failed, which is told', async () => {
    const work = timed(async () => {
      throw new Error('the database is away');
    });
    await work.start();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(failures).toHaveLength(2);
    await work.stop();
  });
});
