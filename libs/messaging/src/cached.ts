import { setTimeout as delay } from 'node:timers/promises';

/**
 * An answer that is asked for at most every `keepMs` and waited for at most `waitMs`: `undefined` when it fails or is late.
 * A question under way is never asked twice at a time, however long it takes.
 */
export function cached<T>(
  ask: () => Promise<T>,
  { keepMs, waitMs }: { readonly keepMs: number; readonly waitMs: number },
): () => Promise<T | undefined> {
  let known: { readonly answer: T | undefined; readonly until: number } | undefined;
  let asking: Promise<T | undefined> | undefined;
  const fresh = async (): Promise<T | undefined> => {
    const answer = await ask().catch(() => undefined);
    known = { answer, until: performance.now() + keepMs };
    asking = undefined;
    return answer;
  };
  return () => {
    if (known && performance.now() < known.until) return Promise.resolve(known.answer);
    asking ??= fresh();
    return Promise.race([asking, delay(waitMs, undefined, { ref: false })]);
  };
}
