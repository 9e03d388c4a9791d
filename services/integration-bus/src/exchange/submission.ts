import type { AcknowledgedMessage, Envelope, FileRef, WantedRange } from '@lienthong/envelope';
import type { AppError } from '@lienthong/kernel';

/** Where a record lies in Kafka. */
export interface RecordPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/** Whether a verified message may pass: member, grant and schema say so, or the first fault. */
export type Admission =
  | {
      readonly admitted: true;
      readonly grantVersion?: string;
      readonly schemaHash?: string;
      /** The files that it names, where it may name files. */
      readonly files?: readonly FileRef[];
    }
  | {
      readonly admitted: false;
      readonly fault: AppError;
      /** Its id lies outside the window of known identities: no first message of an identity, only a refusal. */
      readonly outsideWindow?: true;
      /** Its sender is suspended: neither taken nor refused, it consumes nothing and stays open at the sender. */
      readonly isHeld?: true;
    };

/** A message whose signature and content were verified. */
export interface Submission {
  readonly place: RecordPlace;
  readonly envelope: Envelope;
  readonly sender: string;
  readonly leaf: Buffer;
  readonly kid: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly admission: Admission;
  /** Protocol messages stand outside the numbers of streams; an acknowledgement brings its items … */
  readonly isProtocol: boolean;
  readonly items?: readonly AcknowledgedMessage[];
  /** … and a recipient that misses deliveries their numbers. */
  readonly wanted?: readonly WantedRange[];
  /** It has waited behind a gap. */
  readonly fromStash?: boolean;
}

/** A record of which nobody can be held to be the sender: a security event that consumes no number. */
export interface Unverifiable {
  readonly place: RecordPlace;
  readonly fault: AppError;
  readonly envelope?: Envelope;
}

export type Examined = Submission | Unverifiable;

export function isVerified(one: Examined): one is Submission {
  return 'leaf' in one;
}

/** Key of a sender's stream at the bus. */
export function streamKeyOf({ sender, envelope }: Submission): string {
  return `${sender}|${envelope.attributes.partitionkey}`;
}

/** Identity of a message. */
export function identityOf({ sender, envelope }: Submission): string {
  return `${sender}|${envelope.attributes.id}`;
}
