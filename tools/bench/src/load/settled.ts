import { setTimeout as delay } from 'node:timers/promises';
import { InvalidRun } from '../scenario';

export interface Acknowledged {
  readonly count: number;
  /** When the bus knew of the last one, epoch milliseconds. */
  readonly lastAt: number;
}

const POLL_MS = 100;
const PATIENCE_MS = 30_000;

/** Asks until the bus knows of as many acknowledgements as there were messages. */
export async function settled(messages: number, look: () => Promise<Acknowledged>): Promise<Acknowledged> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    if (seen.count === messages) return seen;
    if (seen.count > messages || performance.now() > until) {
      throw new InvalidRun(`${seen.count} acknowledgements for ${messages} messages`);
    }
    await delay(POLL_MS);
  }
}

/** Asks until the counts agree with what was sent; tells every one that does not. */
export async function agreed(
  expected: Readonly<Record<string, number>>,
  look: () => Promise<Readonly<Record<string, number>>>,
): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    const wrong = Object.entries(expected).filter(([name, count]) => seen[name] !== count);
    if (wrong.length === 0) return;
    if (performance.now() > until) {
      const told = wrong.map(([name, count]) => `${name} ${seen[name] ?? 'none'} instead of ${count}`);
      throw new InvalidRun(told.join(', '));
    }
    await delay(POLL_MS);
  }
}
