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
}

export type Outcome = 'handled' | 'parked' | 'stashed';

export type Admission =
  | { readonly verdict: 'handle' }
  /** Known with the same content: answered as before. */
  | { readonly verdict: 'repeat'; readonly outcome: Outcome }
  /** A parked message holds the stream, or an earlier number is missing. */
  | { readonly verdict: 'stash'; readonly reason: 'blocked' | 'gap' }
  | { readonly verdict: 'conflict'; readonly knownHash: string }
  /** The number was passed by another message: an alarm, never taken for a duplicate. */
  | { readonly verdict: 'number-reused'; readonly lastIn: number };

/** Decides what to do with one numbered message of a stream (design §3, Numbers and Duplicates). */
export function admit(stream: StreamState, message: Numbered, known: KnownMessage | undefined): Admission {
  if (known) {
    if (known.hash === message.hash) return { verdict: 'repeat', outcome: known.outcome };
    return { verdict: 'conflict', knownHash: known.hash };
  }
  const lastIn = message.epoch > stream.epoch ? 0 : stream.lastIn;
  if (message.epoch < stream.epoch || message.sequence <= lastIn) return { verdict: 'number-reused', lastIn };
  if (stream.blockedBy) return { verdict: 'stash', reason: 'blocked' };
  if (message.sequence > lastIn + 1) return { verdict: 'stash', reason: 'gap' };
  return { verdict: 'handle' };
}

/** The stream after a number was taken. */
export function advance(stream: StreamState, message: Numbered): void {
  stream.epoch = message.epoch;
  stream.lastIn = message.sequence;
}
