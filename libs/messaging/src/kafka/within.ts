/** Waits for the work at most so long, or until someone aborts the controller; the work is told by the signal. */
export async function within<T>(
  ms: number,
  controller: AbortController,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(new Error(`it took longer than ${ms} ms`)), ms);
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  try {
    return await Promise.race([work(signal), aborted]);
  } finally {
    clearTimeout(timer);
  }
}
