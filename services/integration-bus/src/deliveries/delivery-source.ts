import type { SignedAttributes } from '@lienthong/envelope';
import type { Clock } from '@lienthong/kernel';
import {
  type Claimed,
  isCut,
  type OutgoingRecord,
  type RelaySource,
  type Sent,
  type TopicNames,
  type TopicRecords,
  type Wanted,
} from '@lienthong/messaging';
import type { ClientBase } from 'pg';
import type { Delivery } from './delivery';
import type { BacklogTurns } from './backlog-turns';
import { recordOf } from './delivery-record';
import { CLAIM_DELIVERIES, MARK_PRODUCED, REOPEN_DELIVERIES, REOPEN_UNFINISHED } from './delivery.sql';
import type { ClaimedDelivery, DeliveryGate } from './delivery-gate';
import type { Departing, Departures } from './departures';
import { ATTRIBUTES_BYTES } from './waiting-lines';

export interface DeliverySourceOptions {
  readonly clock: Clock;
  readonly topics: TopicNames;
  readonly inFlightPerRecipient: number;
  readonly redeliverAfterMs: number;
  readonly redeliverAtMostMs: number;
  readonly gate: DeliveryGate;
  readonly departures: Departures;
  readonly turns: BacklogTurns;
  /** What may follow a claim. */
  readonly follow: (departing: Departing) => void;
}

interface ClaimedRow {
  recipient: string;
  office: string;
  stream: string;
  epoch: number;
  seq: string;
  log_id: string;
  accepted_at: Date;
  attributes: SignedAttributes;
  signature: string;
  signature_path: string;
  salt: string | null;
  traceparent: string | null;
  value: Buffer | null;
  produced_at: Date | null;
  discard_reason: string | null;
  replay_id: string | null;
  /** Rows that there were before the bytes cut them. */
  found: number;
}

/** A row of a claim: the first one of each recipient counts, and may have no delivery. */
type CountedRow = (ClaimedRow | { recipient: string; log_id: null }) & { in_flight: string[] | null };

/** While others are served, a recipient's room in flight is claimed in so many slices: what they have comes in between. */
const SLICES = 10;
/** Share of the room in flight that is used at a time to ask for last words. */
const UNFINISHED_SHARE = 0.1;

/** Deliveries as a relay sees them: waiting ones go out, unanswered ones wait again after a while. */
export class DeliverySource implements RelaySource<Delivery> {
  constructor(private readonly options: DeliverySourceOptions) {}

  async claim(
    client: ClientBase,
    { shards, limit, bytes, without, withoutStreams }: Wanted,
  ): Promise<Claimed<Delivery>> {
    const { inFlightPerRecipient, topics, gate, departures, turns, follow } = this.options;
    const reachable = (await gate.members()).filter((code) => !without.includes(topics.in(code)));
    const slice = turns.areOthersServed ? Math.ceil(inFlightPerRecipient / SLICES) : inFlightPerRecipient;
    const room = [shards, limit, inFlightPerRecipient];
    turns.taken();
    departures.claiming();
    const answer = await client.query<CountedRow>(CLAIM_DELIVERIES, [...room, reachable, withoutStreams, bytes, slice]);
    const rows = answer.rows.filter(isDelivery);
    const sliced = slicedOf(rows, slice);
    const counted = new Map(answer.rows.flatMap(({ recipient, in_flight: ids }) => (ids ? [[recipient, ids]] : [])));
    const taken = await gate.settle(client, rows.map(fromClaimed));
    const claimed = { rows: taken, isCut: isCut(rows, limit) };
    follow(departures.claimed({ counted, taken, isCut: claimed.isCut, sliced }));
    return claimed;
  }

  areCurrent(rows: readonly Delivery[]): boolean {
    return this.options.gate.areCurrent(rows);
  }

  /** Who answered has marked the row too. */
  async mark(client: ClientBase, sent: readonly Sent<Delivery>[]): Promise<void> {
    const { redeliverAfterMs, redeliverAtMostMs, departures } = this.options;
    const unanswered = sent.filter(({ row }) => departures.inFlight.awaits(row));
    if (unanswered.length === 0) return;
    await client.query(MARK_PRODUCED, [
      unanswered.map(({ row }) => row.recipient),
      unanswered.map(({ row }) => row.stream),
      unanswered.map(({ row }) => row.epoch),
      unanswered.map(({ row }) => row.sequence),
      unanswered.map(({ sentAt }) => sentAt),
      redeliverAfterMs,
      redeliverAtMostMs,
    ]);
    departures.inFlight.marked(unanswered.map(({ row }) => row));
  }

  async reopen(client: ClientBase): Promise<number> {
    const { clock, inFlightPerRecipient, redeliverAtMostMs, departures } = this.options;
    const now = clock.now();
    const late = await client.query(REOPEN_DELIVERIES, [now, inFlightPerRecipient]);
    const slowest = new Date(now.getTime() - redeliverAtMostMs);
    const few = Math.ceil(inFlightPerRecipient * UNFINISHED_SHARE);
    const unfinished = await client.query(REOPEN_UNFINISHED, [now, slowest, few]);
    const reopened = (late.rowCount ?? 0) + (unfinished.rowCount ?? 0);
    if (reopened > 0) departures.rereadAll();
    return reopened;
  }

  records(rows: readonly Delivery[]): { records: TopicRecords; rows: readonly Delivery[] }[] {
    this.options.departures.inFlight.sent(rows, this.options.clock.now());
    const groups = new Map<string, Delivery[]>();
    for (const row of rows) {
      const group = groups.get(row.recipient) ?? [];
      group.push(row);
      groups.set(row.recipient, group);
    }
    return [...groups].map(([recipient, group]) => ({
      records: { topic: this.options.topics.in(recipient), messages: group.map(toRecord) },
      rows: group,
    }));
  }

  bytes(row: Delivery): number {
    return row.value.length + ATTRIBUTES_BYTES;
  }

  stream(row: Delivery): string {
    return `${row.recipient}|${row.epoch}|${row.stream}`;
  }

  sequence(row: Delivery): number {
    return row.sequence;
  }
}

function slicedOf(rows: readonly ClaimedRow[], slice: number): Set<string> {
  const counts = new Map<string, number>();
  for (const { recipient } of rows) counts.set(recipient, (counts.get(recipient) ?? 0) + 1);
  return new Set([...counts].flatMap(([recipient, count]) => (count >= slice ? [recipient] : [])));
}

function toRecord(row: Delivery): OutgoingRecord {
  return { key: Buffer.from(row.stream), ...recordOf(row) };
}

function isDelivery(row: CountedRow): row is ClaimedRow & CountedRow {
  return row.log_id !== null;
}

function fromClaimed(claimed: ClaimedRow): ClaimedDelivery {
  const { seq, log_id: logId, accepted_at: acceptedAt, signature_path: signaturePath, ...row } = claimed;
  const { traceparent, salt, value, produced_at: producedAt, discard_reason: discardReason, ...others } = row;
  const { replay_id: replay, ...same } = others;
  return {
    ...{ ...same, sequence: Number(seq), logId, acceptedAt, signaturePath, isProducedBefore: producedAt !== null },
    ...(traceparent ? { traceparent } : {}),
    ...(replay === null ? {} : { replay }),
    ...(salt !== null && value !== null ? { salt, value } : {}),
    ...(discardReason === null ? {} : { discardReason }),
  };
}
