/** What the bus knows of one delivery, as far as it tells where the message is. */
export interface DeliveryFacts {
  readonly state: 'waiting' | 'produced' | 'acknowledged';
  readonly outcome?: 'handled' | 'parked' | 'stashed' | 'discarded';
  readonly transport?: 'kafka' | 'pull' | 'webhook';
  readonly isSuspended: boolean;
  /** So many of its recipient's deliveries are in flight that no further one goes out. */
  readonly isFull: boolean;
  /** Its recipient has fetched it, and its time to answer is not over; or it is being posted to its webhook. */
  readonly isLeased: boolean;
  /** Its webhook takes nothing, and is left alone for a while. */
  readonly isLeftAlone: boolean;
  readonly isToBeDiscarded: boolean;
  /** A delivery with a smaller number of the same stream has no last word: that number. */
  readonly behind?: number;
}

/** Where a message is that has not come to its end. */
export type WaitingPlace =
  /** At the bus: its recipient is suspended, and takes nothing. */
  | 'recipient-suspended'
  /** At the bus: an operator had it set aside, a void will take its number. */
  | 'to-be-discarded'
  /** At the bus: its recipient has as many deliveries in flight as it may have. */
  | 'no-room'
  /** At the bus: its recipient fetches its messages, and has not fetched this one. */
  | 'to-be-fetched'
  /** At the bus: its webhook takes nothing, and is left alone until it is tried again. */
  | 'webhook-left-alone'
  /** On its way to a webhook, which has not answered the request. */
  | 'being-posted'
  /** At the bus: it goes out next. */
  | 'to-be-sent'
  /** Fetched by the recipient, whose time to answer runs. */
  | 'leased'
  /** Sent: the recipient has said nothing. */
  | 'unanswered'
  /** At the recipient, with its cause. */
  | 'parked'
  /** At the recipient, behind an earlier number of its stream. */
  | 'stashed';

/** Where one delivery waits; nowhere after its last word. */
export function waitingPlace(facts: DeliveryFacts): WaitingPlace | undefined {
  if (facts.outcome === 'handled' || facts.outcome === 'discarded') return undefined;
  if (facts.outcome !== undefined) return facts.outcome;
  if (facts.isLeased) return facts.transport === 'webhook' ? 'being-posted' : 'leased';
  if (facts.state === 'produced') return 'unanswered';
  if (facts.isToBeDiscarded) return 'to-be-discarded';
  if (facts.isSuspended) return 'recipient-suspended';
  if (facts.transport === 'pull') return 'to-be-fetched';
  if (facts.isLeftAlone) return 'webhook-left-alone';
  return facts.isFull ? 'no-room' : 'to-be-sent';
}
