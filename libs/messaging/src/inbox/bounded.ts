import type { AppError } from '@lienthong/kernel';
import { messagingErrors } from '../messaging.errors';

/** Waits for a handler at most so long, or until its batch is given up. */
export async function bounded(work: Promise<void>, timeoutMs: number, signal?: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let abort = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(messagingErrors.HANDLER_TIMEOUT({ timeoutMs })), timeoutMs);
    abort = () => reject(givenUp(signal));
    signal?.addEventListener('abort', abort, { once: true });
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** Transient: the batch comes again, here or at another instance. */
export function givenUp(signal: AbortSignal | undefined): AppError {
  return messagingErrors.BATCH_GIVEN_UP({ reason: String(signal?.reason) });
}
