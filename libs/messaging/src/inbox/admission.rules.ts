/** What a recipient knows of one stream: the last number it took, and what holds it. */
export interface StreamState {
  readonly key: string;
  epoch: number;
  lastIn: number;
  /** Id of the parked message that holds the stream. */
  blockedBy?: string;
  /** Later numbers wait in the stash. */
  hasStash: boolean;
}

export interface Numbered {
  readonly id: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly hash: string;
}

export interface KnownMessage {
  readonly hash: string;
  readonly outcome: Outcome;
  /** Why it was parked, discarded or voided. */
  readonly cause?: string;
}

/** `discarded` by an operator; `voided`: the bus said that it may no longer come. */
export type Outcome = 'handled' | 'parked' | 'stashed' | 'discarded' | 'voided';

/** What is remembered of a message's identity. */
export interface Memory {
  readonly known: KnownMessage | undefined;
  /** Made so long ago that its mark may have been dropped with its month. */
  readonly isForgotten: boolean;
  /** It waits in the stash. */
  readonly hasWaited?: boolean;
}

export type Admission =
  | { readonly verdict: 'handle' }
  /** Known with the same content: answered as before. */
  | { readonly verdict: 'repeat'; readonly outcome: Outcome; readonly cause?: string }
  /** A parked message holds the stream, or an earlier number is missing. */
  | { readonly verdict: 'stash'; readonly reason: 'blocked' | 'gap' }
  | { readonly verdict: 'conflict'; readonly knownHash: string }
  /** The number was passed by another message: an alarm, never taken for a duplicate. */
  | { readonly verdict: 'number-reused'; readonly lastIn: number }
  /** A void whose number was passed by the very message that it replaces. */
  | { readonly verdict: 'late-void'; readonly replaced: KnownMessage };

/** Decides what to do with one numbered message of a stream (design §3, Numbers and Duplicates). */
export function admit(stream: StreamState, message: Numbered, memory: Memory): Admission {
  const { known, isForgotten, hasWaited = false } = memory;
  if (known) {
    if (known.hash !== message.hash) return { verdict: 'conflict', knownHash: known.hash };
    return { verdict: 'repeat', outcome: known.outcome, ...(known.cause ? { cause: known.cause } : {}) };
  }
  const lastIn = message.epoch > stream.epoch ? 0 : stream.lastIn;
  // The bus began a new epoch: what waits is delivered again under a new number, and leaves the stash then.
  if (message.epoch < stream.epoch && hasWaited) return { verdict: 'stash', reason: 'gap' };
  if (message.epoch < stream.epoch) return { verdict: 'number-reused', lastIn };
  if (message.sequence <= lastIn) {
    return isForgotten ? { verdict: 'repeat', outcome: 'handled' } : { verdict: 'number-reused', lastIn };
  }
  if (stream.blockedBy) return { verdict: 'stash', reason: 'blocked' };
  if (message.sequence > lastIn + 1) return { verdict: 'stash', reason: 'gap' };
  return { verdict: 'handle' };
}

/** The same for a void: its number may have been taken by the message it replaces, which is no alarm. */
export function admitVoid(
  stream: StreamState,
  message: Numbered,
  memory: Memory & { readonly replaced: KnownMessage | undefined },
): Admission {
  const admission = admit(stream, message, memory);
  if (admission.verdict !== 'number-reused' || !memory.replaced) return admission;
  return { verdict: 'late-void', replaced: memory.replaced };
}

/** Whether nothing lies between the stream's last number and this one, and nothing holds it. */
export function isNext(stream: StreamState, { epoch, sequence }: Pick<Numbered, 'epoch' | 'sequence'>): boolean {
  if (stream.blockedBy || epoch < stream.epoch) return false;
  return sequence === (epoch > stream.epoch ? 0 : stream.lastIn) + 1;
}

/** The stream after a number was taken. */
export function advance(stream: StreamState, message: Numbered): void {
  stream.epoch = message.epoch;
  stream.lastIn = message.sequence;
}
