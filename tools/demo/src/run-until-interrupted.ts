/** The command was stopped by the person in front of it. */
class Interrupted extends Error {}

const STOPPED_BY_SIGNAL = 130;
/** npm passes on the Ctrl-C that the terminal has given to every process already: both are one. */
const SAME_KEYSTROKE_MS = 500;

/** A signal that is given once: the first Ctrl-C asks to stop in order, the second ends at once (the guard cleans up). */
export function interruptSignal(onFirst: () => void): AbortSignal {
  const controller = new AbortController();
  let firstAt = 0;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) {
        if (performance.now() - firstAt > SAME_KEYSTROKE_MS) process.exit(STOPPED_BY_SIGNAL);
        return;
      }
      firstAt = performance.now();
      onFirst();
      controller.abort(new Interrupted(`stopped by ${name}`));
    });
  }
  return controller.signal;
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    // a timer keeps the process alive; nothing else may be open
    const alive = setInterval(() => undefined, 60_000);
    signal.addEventListener('abort', () => {
      clearInterval(alive);
      resolve();
    });
  });
}
