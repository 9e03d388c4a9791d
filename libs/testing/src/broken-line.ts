import { setTimeout as delay } from 'node:timers/promises';
import type { TcpProxy } from './tcp-proxy';

const PAUSE_MS = 50;

export interface Breaks {
  readonly times: number;
  /** The line breaks after so many bytes more. */
  readonly everyBytes: number;
  readonly bytesPerSecond: number;
}

/** Does the work over a slow line that is cut again and again. Returns how often it was cut. */
export async function overBrokenLine(line: TcpProxy, work: () => Promise<unknown>, breaks: Breaks): Promise<number> {
  const passed = (): number => line.counts.bytesToServer + line.counts.bytesToClient;
  let isDone = false;
  let cuts = 0;
  line.slow(breaks.bytesPerSecond);
  const done = work().finally(() => (isDone = true));
  let next = passed() + breaks.everyBytes;
  while (!isDone && cuts < breaks.times) {
    await Promise.race([delay(5), done]);
    if (passed() < next || isDone) continue;
    line.cut();
    cuts += 1;
    await delay(PAUSE_MS);
    line.heal();
    line.slow(breaks.bytesPerSecond);
    next = passed() + breaks.everyBytes;
  }
  await done;
  return cuts;
}
