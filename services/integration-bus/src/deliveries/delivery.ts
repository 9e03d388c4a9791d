import type { SignedAttributes } from '@lienthong/envelope';

/** One message on its way to one member, with its gap-free number in (recipient, stream). */
export interface Delivery {
  readonly recipient: string;
  /** Offices of the recipient that are addressed, comma-joined. */
  readonly office: string;
  readonly stream: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly logId: string;
  readonly acceptedAt: Date;
  readonly attributes: SignedAttributes;
  readonly signature: string;
  readonly signaturePath: string;
  readonly salt: string;
  readonly traceparent?: string;
  /** Act by which it is delivered once more. */
  readonly replay?: string;
  readonly value: Buffer;
}

/** A delivery before its stream has given it a number. */
export type UnnumberedDelivery = Omit<Delivery, 'epoch' | 'sequence'>;

/** Key of a recipient's stream at the bus. */
export function deliveryStreamKey({
  recipient,
  stream,
}: {
  readonly recipient: string;
  readonly stream: string;
}): string {
  return `${recipient}|${stream}`;
}
