// No public entry: the class is internal to kafkajs, whose version is pinned.
import RequestQueue from 'kafkajs/src/network/requestQueue';

let patched = false;

/**
 * kafkajs 2.2.4 arms a timer of "-1 minus now" on every connection, for ever: a wake-up each millisecond while idle, and
 * a TimeoutNegativeWarning on newer Node. Only a throttled or a filled queue needs the timer.
 */
export function patchRequestTimer(): void {
  if (patched) return;
  patched = true;
  const original = RequestQueue.prototype.scheduleCheckPendingRequests;
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) original.call(this);
  };
}
