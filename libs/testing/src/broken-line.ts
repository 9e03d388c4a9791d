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
  let cuts = 0;
  line.slow(breaks.bytesPerSecond);
  const nextCut = (): Promise<boolean> => line.cutAfter(breaks.everyBytes).then(() => true);
  let cut = nextCut();
  const done = work().then(() => false);
  while (await Promise.race([cut, done])) {
    cuts += 1;
    await delay(PAUSE_MS);
    line.heal();
    line.slow(breaks.bytesPerSecond);
    if (cuts === breaks.times) break;
    cut = nextCut();
  }
  await done;
  line.heal();
  return cuts;
}
