import type { Address } from './addresses';
import type { SignedAttributes } from './attributes';

/** What the bus adds when it accepts and delivers; not signed, protected by the rights on the topics. */
export interface BusAttributes {
  readonly acceptedat?: string;
  readonly logid?: string;
  readonly deliveryepoch?: string;
  readonly deliverysequence?: string;
  /** Act by which a message is delivered once more: a recipient that has it parked tries it again, once an act. */
  readonly replay?: string;
  /** `<member>/<office>` that is given a message of the past, which does not name it. */
  readonly historyfor?: string;
}

/** A message on the wire: CloudEvents 1.0 in Kafka binary mode. Salt, hash and signature are base64url. */
export interface Envelope {
  readonly attributes: SignedAttributes;
  readonly contentsalt: string;
  readonly signature: string;
  readonly signaturepath: string;
  readonly traceparent?: string;
  readonly bus: BusAttributes;
  readonly value: Buffer;
}

/** A message as a handler sees it: verified, in order, its body of the declared shape. */
export interface Received<B = unknown> {
  readonly id: string;
  readonly type: string;
  /** Member that sent it. */
  readonly sender: string;
  readonly senderOffice: string;
  /** The office of ours that is addressed. */
  readonly office: string;
  readonly recipients: readonly Address[];
  readonly subject?: string;
  readonly stream: string;
  readonly time: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly causationId?: string;
  readonly acceptedAt?: string;
  readonly logId?: string;
  readonly body: B;
}
