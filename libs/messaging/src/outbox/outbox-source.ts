import { type Envelope, leafOf, type SignedAttributes, type Signer, signLeaves, toHeaders } from '@lienthong/envelope';
import type { ClientBase } from 'pg';
import type { TopicRecords } from '../kafka/kafka-client';
import { type Claimed, isCut, type RelaySource, type Wanted } from '../relay/relay-source';
import type { Sent } from '../relay/unmarked';
import type { OutboxRow } from './outbox-row';
import { CLAIM_OUTBOX, MARK_OUTBOX, REOPEN_OUTBOX } from './outbox.sql';

const REOPEN_AT_ONCE = 5_000;
/** Attributes of a message in memory, roughly. */
const ATTRIBUTES_BYTES = 1_000;

interface ClaimedRow {
  id: string;
  ord: string;
  shard: number;
  stream: string;
  epoch: number;
  seq: string;
  type: string;
  subject: string | null;
  time: string;
  dataschema: string;
  sender_office: string;
  recipients: string;
  causation_id: string | null;
  content_hash: string;
  salt: string;
  payload: Buffer;
  traceparent: string | null;
  /** Rows that there were before the bytes cut them. */
  found: number;
}

/** The outbox as a relay sees it; what leaves together is signed by one batch signature. */
export class OutboxSource implements RelaySource<OutboxRow> {
  constructor(
    private readonly member: string,
    private readonly topic: string,
    private readonly signer: () => Signer,
    /** First wait for the bus's answer, doubled with each further sending. */
    private readonly resendAfterMs = 5_000,
  ) {}

  async claim(client: ClientBase, { shards, limit, bytes, withoutStreams }: Wanted): Promise<Claimed<OutboxRow>> {
    const { rows } = await client.query<ClaimedRow>(CLAIM_OUTBOX, [shards, limit, withoutStreams, bytes]);
    return { rows: rows.map(fromClaimed), isCut: isCut(rows, limit) };
  }

  async mark(client: ClientBase, sent: readonly Sent<OutboxRow>[]): Promise<void> {
    await client.query(MARK_OUTBOX, [sent.map(({ row }) => row.id)]);
  }

  async reopen(client: ClientBase): Promise<number> {
    return (await client.query(REOPEN_OUTBOX, [REOPEN_AT_ONCE, this.resendAfterMs])).rowCount ?? 0;
  }

  records(rows: readonly OutboxRow[]): { records: TopicRecords; rows: readonly OutboxRow[] }[] {
    const attributes = rows.map((row) => attributesOf(this.member, row));
    const { signature, paths } = signLeaves(this.signer(), attributes.map(leafOf));
    const messages = rows.map((row, i) => {
      const envelope: Envelope = {
        attributes: attributes[i] as SignedAttributes,
        contentsalt: row.salt,
        signature,
        signaturepath: paths[i] as string,
        ...(row.traceparent ? { traceparent: row.traceparent } : {}),
        bus: {},
        value: row.payload,
      };
      return { key: Buffer.from(row.stream), value: row.payload, headers: toHeaders(envelope) };
    });
    return [{ records: { topic: this.topic, messages }, rows }];
  }

  bytes(row: OutboxRow): number {
    return row.payload.length + ATTRIBUTES_BYTES;
  }

  stream(row: OutboxRow): string {
    return `${row.epoch}|${row.stream}`;
  }

  sequence(row: OutboxRow): number {
    return row.seq;
  }
}

/** What the relay signs of a row. */
export function attributesOf(
  member: string,
  row: Omit<OutboxRow, 'payload' | 'salt' | 'ord' | 'shard'>,
): SignedAttributes {
  return {
    id: row.id,
    type: row.type,
    source: `/members/${member}`,
    ...(row.subject ? { subject: row.subject } : {}),
    time: row.time,
    dataschema: row.dataschema,
    partitionkey: row.stream,
    senderoffice: row.senderOffice,
    recipients: row.recipients,
    epoch: String(row.epoch),
    sequence: String(row.seq),
    ...(row.causationId ? { causationid: row.causationId } : {}),
    contenthash: row.contentHash,
  };
}

function fromClaimed(row: ClaimedRow): OutboxRow {
  return {
    id: row.id,
    ord: row.ord,
    shard: row.shard,
    stream: row.stream,
    epoch: row.epoch,
    seq: Number(row.seq),
    type: row.type,
    ...(row.subject ? { subject: row.subject } : {}),
    time: row.time,
    dataschema: row.dataschema,
    senderOffice: row.sender_office,
    recipients: row.recipients,
    ...(row.causation_id ? { causationId: row.causation_id } : {}),
    contentHash: row.content_hash,
    salt: row.salt,
    payload: row.payload,
    ...(row.traceparent ? { traceparent: row.traceparent } : {}),
  };
}
