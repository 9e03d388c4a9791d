import { hash } from 'node:crypto';

/** The closed list of attributes that a sender signs; all are texts, as on the wire. */
export interface SignedAttributes {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly subject?: string;
  readonly time: string;
  readonly dataschema: string;
  readonly partitionkey: string;
  readonly senderoffice: string;
  readonly recipients: string;
  readonly epoch: string;
  readonly sequence: string;
  readonly causationid?: string;
  readonly expirytime?: string;
  readonly contenthash: string;
}

/** Names of the signed attributes in canonical order. */
export const SIGNED_ATTRIBUTES = [
  'causationid',
  'contenthash',
  'dataschema',
  'epoch',
  'expirytime',
  'id',
  'partitionkey',
  'recipients',
  'senderoffice',
  'sequence',
  'source',
  'subject',
  'time',
  'type',
] as const satisfies readonly (keyof SignedAttributes)[];

/** The attributes in canonical order; JSON.stringify leaves out the absent ones, and gives the canonical form. */
export function sortedAttributes(a: SignedAttributes): Readonly<Record<keyof SignedAttributes, string | undefined>> {
  return {
    causationid: a.causationid,
    contenthash: a.contenthash,
    dataschema: a.dataschema,
    epoch: a.epoch,
    expirytime: a.expirytime,
    id: a.id,
    partitionkey: a.partitionkey,
    recipients: a.recipients,
    senderoffice: a.senderoffice,
    sequence: a.sequence,
    source: a.source,
    subject: a.subject,
    time: a.time,
    type: a.type,
  };
}

/**
 * Leaf of a message: SHA-256(0x00 ‖ canonical JSON of the signed attributes). The members are written in sorted order
 * and all values are texts, so that JSON.stringify already gives the canonical form; absent ones are left out.
 */
export function leafOf(a: SignedAttributes): Buffer {
  return hash('sha256', `\u0000${JSON.stringify(sortedAttributes(a))}`, 'buffer');
}
