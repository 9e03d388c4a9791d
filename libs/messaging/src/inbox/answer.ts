import type { Outcome } from './admission.rules';
import type { Incoming } from './incoming';

/** What is acknowledged to the bus once the batch is committed. */
export interface Answer {
  readonly incoming: Incoming;
  /** A voided message is answered as `discarded`: it was set aside for good. */
  readonly outcome: Exclude<Outcome, 'voided'>;
  readonly cause?: string;
}

/** Messages by what became of them. */
export interface InboxCounts {
  handled: number;
  repeated: number;
  parked: number;
  stashed: number;
}

/** The counts before the first message. */
export function noCounts(): InboxCounts {
  return { handled: 0, repeated: 0, parked: 0, stashed: 0 };
}
