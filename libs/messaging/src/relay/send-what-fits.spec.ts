import { sendWhatFits } from './send-what-fits';

interface Row {
  readonly stream: string;
  readonly seq: number;
  readonly size: number;
}

const row = (stream: string, seq: number, size = 1): Row => ({ stream, seq, size });
const refusal = Object.assign(new Error('refused'), { type: 'MESSAGE_TOO_LARGE' });

/** A destination that takes records up to a size. */
function destination(most: number): {
  taken: Row[];
  calls: () => number;
  send: (rows: readonly Row[]) => Promise<void>;
} {
  const taken: Row[] = [];
  let calls = 0;
  const send = async (rows: readonly Row[]): Promise<void> => {
    calls += 1;
    if (rows.some(({ size }) => size > most)) throw new Error('wrapped', { cause: refusal });
    taken.push(...rows);
    return Promise.resolve();
  };
  return { taken, calls: () => calls, send };
}

describe('rows that a destination refuses for their size', () => {
  it('stay behind alone: every other stream goes out in order, and what follows in their own waits', async () => {
    const rows = [row('a', 1), row('b', 1), row('b', 2, 99), row('a', 2), row('b', 3), row('c', 1)];
    const { taken, send } = destination(10);
    const result = await sendWhatFits(rows, { send, stream: ({ stream }) => stream });
    expect(taken.map(({ stream, seq }) => `${stream}${seq}`)).toEqual(['a1', 'b1', 'a2', 'c1']);
    expect(result).toEqual({ sent: taken, tooLarge: [row('b', 2, 99)] });
  });

  it('are found by halving, not one by one', async () => {
    const rows = Array.from({ length: 256 }, (_, i) => row(`s${i}`, 1, i === 100 ? 99 : 1));
    const { taken, calls, send } = destination(10);
    await sendWhatFits(rows, { send, stream: ({ stream }) => stream });
    expect(taken).toHaveLength(255);
    expect(calls()).toBeLessThanOrEqual(17);
  });

  it('are no excuse for another fault', async () => {
    const send = (): Promise<void> => Promise.reject(new Error('the broker is away'));
    await expect(sendWhatFits([row('a', 1)], { send, stream: ({ stream }) => stream })).rejects.toThrow('away');
  });
});
