const AWAY = new Set(['KafkaJSConnectionError', 'KafkaJSConnectionClosedError', 'KafkaJSRequestTimeoutError']);
const TOO_LARGE = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);

/** True when the broker refuses records for their size, which no repetition changes. */
export function isTooLarge(error: unknown): boolean {
  const { type, cause, errors } = (error ?? {}) as { type?: string; cause?: unknown; errors?: unknown[] };
  if (type !== undefined && TOO_LARGE.has(type)) return true;
  return (cause !== undefined && isTooLarge(cause)) || (errors ?? []).some(isTooLarge);
}

/** True when no broker answers, so that nothing is wrong with the one destination that was tried. */
export function isBrokerAway(error: unknown): boolean {
  const { name, cause } = (error ?? {}) as { name?: string; cause?: unknown };
  return (name !== undefined && AWAY.has(name)) || (cause !== undefined && isBrokerAway(cause));
}

export interface Fitting<R> {
  readonly send: (rows: readonly R[]) => Promise<void>;
  readonly stream: (row: R) => string;
}

/**
 * Sends rows of one destination, some of which are larger than it takes: halves what is refused down to the single rows,
 * which stay behind with what follows them in their streams. Every other row goes out. Throws what is no matter of size.
 */
export async function sendWhatFits<R>(
  rows: readonly R[],
  { send, stream }: Fitting<R>,
): Promise<{ readonly sent: readonly R[]; readonly tooLarge: readonly R[] }> {
  const sent: R[] = [];
  const tooLarge: R[] = [];
  const blocked = new Set<string>();
  const visit = async (part: readonly R[]): Promise<void> => {
    const open = part.filter((row) => !blocked.has(stream(row)));
    const [first] = open;
    if (first === undefined) return;
    try {
      await send(open);
      sent.push(...open);
    } catch (error) {
      if (!isTooLarge(error)) throw error;
      if (open.length === 1) {
        blocked.add(stream(first));
        tooLarge.push(first);
        return;
      }
      const half = Math.ceil(open.length / 2);
      await visit(open.slice(0, half));
      await visit(open.slice(half));
    }
  };
  await visit(rows);
  return { sent, tooLarge };
}
