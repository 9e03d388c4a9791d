import { createHash } from 'node:crypto';
import { type Envelope, leafOf, type SignedAttributes } from '@lienthong/envelope';
import { FixedClock, newId } from '@lienthong/kernel';
import type { Submission } from './submission';

const clock = new FixedClock('2026-08-03T08:00:00+07:00');
export const anId = (): string => newId(clock);

export function someAttributes(changes: Partial<SignedAttributes> = {}): SignedAttributes {
  return {
    id: anId(),
    type: 'vn.lienthong.tax.notice.v1',
    source: '/members/tax',
    time: '2026-08-03T08:00:00.000+07:00',
    dataschema: 'urn:notice',
    partitionkey: 'dossier:a',
    senderoffice: 'bien-hoa',
    recipients: 'land-registry/bien-hoa',
    epoch: '1',
    sequence: '1',
    contenthash: createHash('sha256')
      .update(String(changes.id ?? changes.sequence ?? ''))
      .digest('base64url'),
    ...changes,
  };
}

/** A verified and admitted message. */
export function aSubmission(
  sequence: number,
  changes: Partial<SignedAttributes> = {},
  more: Partial<Submission> = {},
): Submission {
  const attributes = someAttributes({ sequence: String(sequence), ...changes });
  const envelope: Envelope = {
    attributes,
    contentsalt: '',
    signature: '',
    signaturepath: '0:',
    bus: {},
    value: Buffer.from('{}'),
  };
  return {
    place: { topic: 'lt.tax.out', partition: 0, offset: String(sequence) },
    envelope,
    sender: 'tax',
    leaf: leafOf(attributes),
    kid: 'tax-1',
    epoch: Number(attributes.epoch),
    sequence,
    admission: { admitted: true },
    isProtocol: false,
    ...more,
  };
}
