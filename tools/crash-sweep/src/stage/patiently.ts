import { setTimeout as delay } from 'node:timers/promises';

const GIVE_UP_MS = 90_000;
const AGAIN_MS = 250;

/** Tries again while the broker or the database is away. */
export async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || performance.now() > giveUpAt) throw error;
      await delay(AGAIN_MS);
    }
  }
}
