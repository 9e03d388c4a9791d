import { setTimeout as delay } from 'node:timers/promises';
import { InvalidRun } from '../scenario';

export interface Waiting {
  readonly timeoutMs: number;
  readonly everyMs?: number;
  readonly signal: AbortSignal;
  /** What was not reached, for the person who reads why there is no figure. */
  readonly describe: () => string;
}

/** Waits until the look says yes; a run in which it never does has no figure. */
export async function eventually(look: () => Promise<boolean>, waiting: Waiting): Promise<void> {
  const { timeoutMs, everyMs = 200, signal, describe } = waiting;
  const giveUpAt = performance.now() + timeoutMs;
  while (!(await look())) {
    if (performance.now() > giveUpAt) throw new InvalidRun(`${describe()} within ${Math.round(timeoutMs / 1_000)} s`);
    await delay(everyMs, undefined, { signal });
  }
}
