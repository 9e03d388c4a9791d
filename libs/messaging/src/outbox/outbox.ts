import { createHash } from 'node:crypto';
import {
  canonicalBytes,
  contentHash,
  envelopeErrors,
  MAX_PAYLOAD_BYTES,
  messageOf,
  newSalt,
  recipientsText,
  validateBody,
  type MessageClass,
} from '@lienthong/envelope';
import { type Clock, instantText, newId } from '@lienthong/kernel';
import { Outgoing, type OutgoingBatch, type SendOptions } from '@lienthong/persistence';
import type { PoolClient } from 'pg';
import type { OutboxRow, PreparedMessage } from './outbox-row';
import { INSERT_OUTBOX } from './outbox.sql';

/** Rows that were committed, for the relay of this process; other processes are woken by NOTIFY. */
export interface HandOver {
  readonly isLeader: boolean;
  handOver(rows: readonly OutboxRow[]): void;
}

/** The outbox: a message is a row, written with the state it reports, numbered in its stream at the commit. */
export class Outbox extends Outgoing {
  constructor(
    private readonly clock: Clock,
    private readonly relay: HandOver,
    private readonly channel: string,
  ) {
    super();
  }

  prepare(messageClass: new () => object, body: object, options: SendOptions): PreparedMessage {
    const definition = messageOf(messageClass as MessageClass<object>);
    const payload = canonicalBytes(validateBody(messageClass as MessageClass<object>, body, 'strict'));
    if (payload.length > MAX_PAYLOAD_BYTES) throw envelopeErrors.TOO_LARGE({ limitBytes: MAX_PAYLOAD_BYTES });
    const salt = newSalt();
    const subject = definition.subject(body);
    return {
      id: newId(this.clock),
      stream: definition.stream(body),
      type: definition.type,
      ...(subject === undefined ? {} : { subject }),
      time: instantText(this.clock.now()),
      dataschema: definition.dataschema,
      senderOffice: options.fromOffice,
      recipients: recipientsText([...options.to]),
      ...(options.causationId ? { causationId: options.causationId } : {}),
      contentHash: contentHash(salt, payload),
      salt: salt.toString('base64url'),
      payload,
      ...(options.traceparent ? { traceparent: options.traceparent } : {}),
    };
  }

  batch(records: readonly PreparedMessage[]): OutgoingBatch {
    let rows: OutboxRow[] = [];
    return {
      write: async (client) => {
        rows = await this.insert(client, records);
      },
      committed: () => this.relay.handOver(rows),
    };
  }

  /** One statement: locks the streams in key order, numbers the messages, writes the rows. */
  private async insert(client: PoolClient, records: readonly PreparedMessage[]): Promise<OutboxRow[]> {
    const column = <T>(value: (record: PreparedMessage) => T): T[] => records.map(value);
    const { rows } = await client.query<{ id: string; ord: string; epoch: number; seq: string }>(INSERT_OUTBOX, [
      column((r) => r.id),
      column((r) => shardOf(r.stream)),
      column((r) => r.stream),
      column((r) => r.type),
      column((r) => r.subject ?? null),
      column((r) => r.time),
      column((r) => r.dataschema),
      column((r) => r.senderOffice),
      column((r) => r.recipients),
      column((r) => r.causationId ?? null),
      column((r) => r.contentHash),
      column((r) => r.salt),
      column((r) => r.payload),
      column((r) => r.traceparent ?? null),
      this.relay.isLeader ? null : this.channel,
    ]);
    const places = new Map(rows.map((row) => [row.id, row]));
    return records.map((record) => {
      const place = places.get(record.id);
      if (!place) throw new Error(`outbox row ${record.id} was not written`);
      const { ord, epoch } = place;
      return { ...record, ord, epoch, seq: Number(place.seq), shard: shardOf(record.stream) };
    });
  }
}

/** Shard of a stream, 0–7, the same in every process. */
export function shardOf(stream: string): number {
  return (createHash('sha256').update(stream).digest()[0] ?? 0) % 8;
}
