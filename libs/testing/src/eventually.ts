import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';

const POLL_MS = 25;
const DEFAULT_TIMEOUT_MS = 45_000;
const SHOWN_CHARACTERS = 4_000;

export interface EventuallyOptions {
  readonly timeoutMs?: number;
  /** What is awaited, for the failure's text; a function may ask for more (a trace) when the time is over. */
  readonly describe?: string | (() => string | Promise<string>);
}

/**
 * Asks until the probe neither throws nor answers `undefined` or `false`, and returns its answer; otherwise fails and
 * shows what it last saw.
 */
export async function eventually<T>(
  probe: () => T | Promise<T>,
  { timeoutMs = DEFAULT_TIMEOUT_MS, describe }: EventuallyOptions = {},
): Promise<Exclude<Awaited<T>, undefined | false>> {
  const deadline = performance.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== false) return answer as Exclude<Awaited<T>, undefined | false>;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() >= deadline) break;
    await delay(POLL_MS);
  }
  const awaited = typeof describe === 'function' ? await describe() : (describe ?? 'the awaited state');
  throw new Error(`not seen within ${timeoutMs} ms: ${awaited}\nlast seen: ${shown(last)}`, { cause: last });
}

function shown(value: unknown): string {
  const text = value instanceof Error ? value.message : inspect(value, { depth: 6 });
  return text.slice(0, SHOWN_CHARACTERS);
}
