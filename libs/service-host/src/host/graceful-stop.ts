import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const DEADLINE_MS = 15_000;

/** Lets running requests finish for a while, then cuts what is left; returns when no connection is open. */
export async function stopHttp(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([closed, delay(graceMs, undefined, { ref: false })]);
  server.closeAllConnections();
  await closed;
}

/**
 * Calls `stop` once on SIGTERM, SIGINT or when the parent that started the process over IPC is gone; a second signal, or
 * a stop that takes too long, ends the process at once.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const begin = (signal: string): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), DEADLINE_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`stopping after ${signal} failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => begin('SIGTERM'));
  process.on('SIGINT', () => begin('SIGINT'));
  if (process.send) process.on('disconnect', () => (stopping ? undefined : begin('disconnect')));
}
