import {
  canonicalBytes,
  contentHash,
  generateKey,
  type KeyDirectory,
  leafOf,
  messageOf,
  newSalt,
  publicKeyFromJwk,
  SignatureVerifier,
  signerFromJwk,
  signLeaves,
  toHeaders,
  VoidV1,
} from '@lienthong/envelope';
import { FixedClock, newId } from '@lienthong/kernel';
import type { WireRecord } from '../src';
import { type Incoming, readIncoming } from '../src/inbox/incoming';
import { PageAddedV1 } from './books.mother';

const keys = { tax: generateKey('tax-1'), 'integration-bus': generateKey('integration-bus-1') };
const DOCUMENT = 'document:';

export type Sender = keyof typeof keys;

/** Time at which the ids of records are made. */
export const clock = new FixedClock('2026-08-03T09:00:00+07:00');

/** Keys that the directory of the tests does not know at the moment. */
export const withdrawn = new Set<string>();
export const directory: KeyDirectory = {
  find: (kid) => {
    const member = kid.replace(/-1$/, '') as Sender;
    if (withdrawn.has(kid) || !(member in keys)) return undefined;
    const key = publicKeyFromJwk(keys[member].publicJwk);
    return { kid, member, key, validFrom: '2020-01-01T00:00:00+07:00' };
  },
};

interface DeliveryDetails {
  readonly number: number;
  readonly type?: string;
  /** Pages that are added; the number when nothing is said. */
  readonly pages?: number;
  /** Another body than book and pages. */
  readonly body?: object;
  /** Bytes instead of the body's canonical form. */
  readonly value?: Buffer;
  readonly sender?: Sender;
  readonly epoch?: number;
  readonly id?: string;
  readonly recipients?: string;
}

export type Delivery = DeliveryDetails & ({ readonly book: string } | { readonly stream: string });

/** A record as the bus delivers it to the member `library`: pages of a book, when nothing else is said. */
export function delivered(wanted: Delivery): WireRecord {
  const { type = messageOf(PageAddedV1).type, sender = 'tax', number, pages = number, epoch = 1 } = wanted;
  const stream = 'stream' in wanted ? wanted.stream : `${DOCUMENT}${wanted.book}`;
  const value = wanted.value ?? canonicalBytes(wanted.body ?? { book: stream.replace(DOCUMENT, ''), pages });
  const salt = newSalt();
  const attributes = {
    id: wanted.id ?? newId(clock),
    type,
    source: `/members/${sender}`,
    time: '2026-08-03T09:00:00.000+07:00',
    dataschema: messageOf(PageAddedV1).dataschema,
    partitionkey: stream,
    senderoffice: 'bien-hoa',
    recipients: wanted.recipients ?? 'library/centre',
    epoch: String(epoch),
    sequence: String(number),
    contenthash: contentHash(salt, value),
  };
  const { signature, paths } = signLeaves(signerFromJwk(keys[sender].privateJwk), [leafOf(attributes)]);
  const headers = toHeaders({
    attributes,
    contentsalt: salt.toString('base64url'),
    signature,
    signaturepath: paths[0] as string,
    bus: {
      acceptedat: '2026-08-03T09:00:00.100+07:00',
      logid: newId(clock),
      deliveryepoch: String(epoch),
      deliverysequence: String(number),
    },
    value,
  });
  return { topic: 'library.in', partition: 0, offset: String(number), key: stream, value, headers };
}

/** The void that takes the number of a delivered record. */
export function voidOf(record: WireRecord, more: { readonly sender?: Sender } = {}): WireRecord {
  const header = (name: string): string => String(record.headers[name]);
  const checks = { member: 'library', verifier: new SignatureVerifier(directory), clock };
  return delivered({
    type: messageOf(VoidV1).type,
    sender: 'integration-bus',
    stream: header('ce_partitionkey'),
    number: Number(header('ce_deliverysequence')),
    body: {
      reason: 'expired',
      replacedType: header('ce_type'),
      replacedSender: 'tax',
      replacedId: header('ce_id'),
      replacedHash: (readIncoming(record, checks) as Incoming).hash,
    },
    ...more,
  });
}
