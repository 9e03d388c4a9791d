import { isAppError } from '@lienthong/kernel';
import type { HandlerRegistry } from './handler-registry';
import type { StashedRecord } from './inbox-store';
import { type Incoming, type IncomingChecks, isUnreadable, readIncoming } from './incoming';

/** A message about which a batch has to decide, with its checked body when there is a handler to take it. */
export interface Candidate {
  readonly incoming: Incoming;
  readonly fromStash: boolean;
  readonly body?: object;
}

/** Each stream in number order, whatever order its messages came in. */
export function inOrder(
  batch: readonly Incoming[],
  handlers: HandlerRegistry,
  { fromStash }: Pick<Candidate, 'fromStash'>,
): Candidate[] {
  return batch
    .map((incoming) => candidate(incoming, handlers, fromStash))
    .sort((a, b) => a.incoming.epoch - b.incoming.epoch || a.incoming.sequence - b.incoming.sequence);
}

/** A record that can no longer be read keeps the place under which it waited, and parks there. */
export function fromStashed({ record, ...place }: StashedRecord, checks: IncomingChecks): Incoming {
  const read = readIncoming(record, checks);
  if (!isUnreadable(read)) return read;
  return { ...place, record, type: String(record.headers.ce_type ?? ''), hash: '', body: undefined, fault: read.fault };
}

function candidate(incoming: Incoming, handlers: HandlerRegistry, fromStash: boolean): Candidate {
  if (incoming.fault || incoming.voids) return { incoming, fromStash };
  try {
    return { incoming, fromStash, body: handlers.body(incoming.type, incoming.body) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { incoming: { ...incoming, fault: error }, fromStash };
  }
}
