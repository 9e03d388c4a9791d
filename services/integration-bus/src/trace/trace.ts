import type { AcknowledgedDelivery } from '../deliveries/acknowledgement.rules';
import type { WaitingPlace } from './waiting-place.rules';

/** What a recipient said of a delivery, and the entry by which it said so. */
export interface TracedWord {
  readonly outcome: AcknowledgedDelivery['outcome'];
  readonly cause?: string;
  /** By the recipient's clock. */
  readonly at?: string;
  readonly acknowledgedAt: string;
  readonly ackLogId?: string;
}

export interface TracedDelivery {
  readonly recipient: string;
  readonly office: string;
  readonly state: 'waiting' | 'produced' | 'acknowledged';
  readonly deliverySequence: number;
  readonly deliveryEpoch: number;
  readonly attempts: number;
  readonly deliveredAt?: string;
  readonly handledAt?: string;
  readonly outcome?: AcknowledgedDelivery['outcome'];
  /** What the recipient said with its outcome. */
  readonly cause?: string;
  /** Where it waits and since when; absent after its last word. */
  readonly waits?: WaitingPlace;
  readonly waitsSince?: string;
  /** The earlier number of the same stream that has no last word. */
  readonly behind?: number;
  /** Every word of the recipient that changed something, the first one first. */
  readonly acknowledgements: readonly TracedWord[];
  /** A void took its number: why. Then the rest of the line is about the void. */
  readonly voided?: string;
  /** With a void: the recipient had handled the message itself before the void came. */
  readonly handledAfterAll?: TracedWord;
  /** When the recipient asked for it again, although it had said its last word. */
  readonly askedAgainAt?: string;
}

export interface TracedMessage {
  readonly id: string;
  readonly type: string;
  readonly sender: string;
  readonly senderOffice: string;
  readonly subject?: string;
  readonly stream: string;
  readonly epoch: number;
  readonly sequence: number;
  /** Salted hash of its content, and the schema revision it was checked against. */
  readonly hash: string;
  readonly schema: string;
  readonly sentAt: string;
  readonly acceptedAt: string;
  readonly logId: string;
  readonly causationId?: string;
  readonly deliveries: readonly TracedDelivery[];
}

/** A message of the dossier that the bus did not take. */
export interface RefusedMessage {
  readonly id: string;
  readonly type: string;
  /** As the record says; nobody is proven to be its sender unless it was verified. */
  readonly sender: string;
  readonly stream: string;
  readonly code: string;
  readonly text: string;
  readonly isVerified: boolean;
  readonly at: string;
  readonly logId: string;
}

/** A message that waits at the bus behind numbers which are still in its sender's outbox. */
export interface MessageBehindGap {
  readonly id: string;
  readonly type: string;
  readonly sender: string;
  readonly stream: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly missingFrom: number;
  readonly missingTo: number;
  readonly since: string;
}

export interface Trace {
  readonly dossierCode: string;
  readonly messages: readonly TracedMessage[];
  readonly refused: readonly RefusedMessage[];
  readonly behindGaps: readonly MessageBehindGap[];
}
