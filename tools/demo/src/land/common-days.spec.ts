import { CommonDays } from './common-days';

describe('days that dossiers go through together', () => {
  it('pass once, when all that are under way wait for them', async () => {
    const passed: number[] = [];
    const days = new CommonDays(3, async (count) => void passed.push(count));
    const first = days.arrive(10);
    const second = days.arrive(10);
    await Promise.resolve();
    expect(passed).toEqual([]);
    days.leave();
    await Promise.all([first, second]);
    expect(passed).toEqual([10]);
    const again = days.arrive(18);
    days.leave();
    await again;
    expect(passed).toEqual([10, 18]);
  });

  it('tell everybody who waits when they cannot pass', async () => {
    const days = new CommonDays(2, () => Promise.reject(new Error('the stack does not come up')));
    const waits = [days.arrive(1), days.arrive(1)];
    expect((await Promise.allSettled(waits)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
