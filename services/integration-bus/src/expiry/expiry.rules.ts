/** What is not decided yet is looked at again: what is under way to a webhook, or left to the relay of another instance. */
export const LOOK_AGAIN_MS = 5_000;

/** One delivery of a message whose deadline has come. */
export interface DueOutcome {
  readonly logId: string;
  readonly recipient: string;
  /** It has left for its recipient, or a void has taken its number. */
  readonly isDecided: boolean;
}

/** What the deadlines of some messages come to. */
export interface Decided {
  /** Nothing of these waits any more; also those whose deliveries are gone. */
  readonly logIds: readonly string[];
  /** What is to become void, by recipient. */
  readonly open: ReadonlyMap<string, readonly string[]>;
}

export function decideDeadlines(logIds: readonly string[], outcomes: readonly DueOutcome[]): Decided {
  const undecided = outcomes.filter(({ isDecided }) => !isDecided);
  const waiting = new Set(undecided.map(({ logId }) => logId));
  const open = new Map<string, string[]>();
  for (const { recipient, logId } of undecided) open.set(recipient, [...(open.get(recipient) ?? []), logId]);
  return { logIds: logIds.filter((logId) => !waiting.has(logId)), open };
}
