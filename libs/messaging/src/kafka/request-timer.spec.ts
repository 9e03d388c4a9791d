import RequestQueue from 'kafkajs/src/network/requestQueue';
import { patchRequestTimer } from './request-timer';

/** A queue as kafkajs makes one, without its broker. */
function queue(state: { pending: unknown[]; throttledUntil: number }): RequestQueue {
  const own = { throttleCheckTimeoutId: null, checkPendingRequests: () => undefined };
  return Object.assign(Object.create(RequestQueue.prototype) as RequestQueue, own, state);
}

function armsTimer(state: { pending: unknown[]; throttledUntil: number }): boolean {
  const one = queue(state);
  one.scheduleCheckPendingRequests();
  const timer = one.throttleCheckTimeoutId;
  if (timer) clearTimeout(timer);
  return timer !== null;
}

describe('the request timer of a kafkajs connection', () => {
  it('runs for ever while idle as kafkajs ships it, and not once patched', () => {
    const idle = { pending: [], throttledUntil: -1 };
    expect(armsTimer(idle)).toBe(true);
    patchRequestTimer();
    expect(armsTimer(idle)).toBe(false);
  });

  it('still runs for requests that wait and for a throttled broker', () => {
    patchRequestTimer();
    expect(armsTimer({ pending: [{}], throttledUntil: -1 })).toBe(true);
    expect(armsTimer({ pending: [], throttledUntil: Date.now() + 60_000 })).toBe(true);
  });
});
