import { instantText } from '@lienthong/kernel';
import { ACKNOWLEDGEMENT, type Contract, ITEM } from './contract';
import type { AcceptedRun, Acknowledged } from './protocol';
import { columns, type Numbered, runsOf, shardOf } from './runs';
import { type Arrived, type Attributes, type BusAttributes, type Letter, leafOfText } from './wire';

/** A checked message on its way into the log. */
export interface Entry extends Arrived {
  readonly logId: string;
  readonly keyId: string;
  readonly contract: Contract;
  readonly grant: string | null;
  /** Of an acknowledgement: each item's way to the signed root. */
  readonly itemPaths: readonly string[];
}

export interface Delivery extends Pick<Letter, 'attributes' | 'salt' | 'signature' | 'path' | 'value'> {
  readonly recipient: string;
  readonly epoch: number;
  readonly seq: string;
  readonly logId: string;
  readonly acceptedAt: string;
}

export interface Told extends AcceptedRun {
  readonly sender: string;
}

export interface Numbers {
  readonly recipient: string;
  readonly log_id: string | null;
  readonly epoch: number;
  readonly seq: string;
}

export interface Claimed extends Numbers {
  readonly stream: string;
  readonly accepted_at: Date;
  readonly attributes: Attributes;
  readonly signature: string;
  readonly signature_path: string;
  readonly salt: string;
  readonly value: Buffer;
}

/** Columns of the log, in the order of the statement's parameters. */
export const LOG = [
  ...([
    'logId',
    'kind',
    'sender',
    'id',
    'type',
    'stream',
    'causationId',
    'text',
    'signature',
    'path',
    'keyId',
  ] as const),
  ...(['grant', 'schemaHash', 'entryLeaf', 'leaf', 'contentHash', 'value', 'salt'] as const),
] as const;

type LogRow = Readonly<Record<(typeof LOG)[number], unknown>>;

export function isItem({ contract }: Entry): boolean {
  return contract === ITEM;
}

/** The entry's leaf is the hash of its canonical JSON, names in order. */
export function logRow(entry: Entry, acceptedAt: string): LogRow {
  const { attributes, text, leaf, sender, value, salt, signature, path, logId, keyId, grant, contract } = entry;
  const kind = isItem(entry) ? 'accepted' : 'acknowledgement';
  const schemaHash = grant === null ? null : contract.schemaHash;
  const [granted, checked] =
    grant === null ? ['', ''] : [`"grantVersion":"${grant}",`, `"schemaHash":"${schemaHash}",`];
  const entryLeaf = leafOfText(
    `{"acceptedAt":"${acceptedAt}","attributes":${text},${granted}"keyId":"${keyId}","kind":"${kind}","logId":"${logId}",` +
      `${checked}"signature":"${signature}","signaturePath":"${path}","verdict":{"outcome":"accepted"}}`,
  );
  const { id, type, partitionkey: stream, causationid: causationId = null, contenthash: contentHash } = attributes;
  return {
    ...{ logId, kind, sender, id, type, stream, causationId, text, signature, path, keyId, grant, schemaHash },
    ...{ entryLeaf, leaf, contentHash, value, salt },
  };
}

/** The place of a message in its sender's stream. */
export function numberOf({ sender, attributes }: Entry): Numbered {
  const { partitionkey, epoch, sequence } = attributes;
  return { key: `${sender}|${partitionkey}`, epoch: Number(epoch), sequence: Number(sequence) };
}

/** One delivery for each address. */
export function wantedOf({ attributes, logId }: Entry) {
  const { recipients, partitionkey: stream } = attributes;
  return recipients.split(',').map((address) => {
    const [recipient = '', office = ''] = address.split('/');
    return { recipient, stream, office, logId, shard: shardOf(`${recipient}|${stream}`) };
  });
}

export function answersOf({ contract, body, sender, logId: ackLogId, itemPaths }: Entry) {
  if (contract !== ACKNOWLEDGEMENT) return [];
  const { items } = body as { items: Acknowledged[] };
  return items.map(({ deliverySequence: seq, logId, outcome, at: handledAt }, i) => {
    return { recipient: sender, seq, logId, outcome, handledAt, ackLogId, ackPath: itemPaths[i] };
  });
}

/** Whole runs of numbers, for the senders. */
export function toldOf(accepted: readonly Entry[]): Told[] {
  return runsOf(accepted.map(numberOf)).map(({ key, epoch, first: from, last: upTo }) => {
    const cut = key.indexOf('|');
    return { sender: key.slice(0, cut), stream: key.slice(cut + 1), epoch, from, upTo };
  });
}

export function busAttributes({ acceptedAt, logId, epoch, seq }: Delivery): BusAttributes {
  return { acceptedat: acceptedAt, logid: logId, deliveryepoch: String(epoch), deliverysequence: String(seq) };
}

export function keysOf(rows: readonly Delivery[]): unknown[][] {
  const keys = rows.map(({ recipient, attributes, epoch, seq }) => ({
    recipient,
    stream: attributes.partitionkey,
    epoch,
    seq,
  }));
  return columns(keys, ['recipient', 'stream', 'epoch', 'seq']);
}

export function fromClaimed({ log_id: logId, accepted_at, signature_path: path, ...row }: Claimed): Delivery {
  return { ...row, logId: logId as string, path, acceptedAt: instantText(accepted_at) };
}
