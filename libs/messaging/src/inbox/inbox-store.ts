import type { ClientBase, PoolClient } from 'pg';
import type { WireRecord } from '../kafka/gathered';
import {
  arrivedAs,
  conflictId,
  NO_SENDER,
  type ParkedRow,
  storable,
  storedHeaders,
  storedRecord,
} from '../parking/parked-row';
import type { KnownMessage, Outcome, StreamState } from './admission.rules';
import {
  CLOSE_INBOX,
  DISCARDED,
  KNOWN_INBOX,
  LAST_REPLAY,
  OPEN_INBOX,
  PARK,
  RELEASE_PARKED,
  RELEASED,
  STASH,
  STASH_PLACE,
  STASHED,
  UNSTASH_REPLACED,
  VOID_PARKED,
  WAITING_IN_STASH,
} from './inbox.sql';
import { type Identity, keyOf } from './identity';
import { BUS_MEMBER, type Incoming } from './incoming';

/** The last outcome of one message in a batch. */
export interface Mark {
  readonly sender: string;
  readonly id: string;
  readonly stream: string;
  readonly sequence: number;
  readonly hash: string;
  readonly outcome: Outcome;
  readonly cause?: string;
}

/** The place of a record in the stash. */
export interface StashPlace {
  readonly stream: string;
  readonly epoch: number;
  readonly sequence: number;
}

/** A record that waited, with the identity under which it was stashed. */
export interface StashedRecord extends StashPlace {
  readonly sender: string;
  readonly id: string;
  readonly record: WireRecord;
}

/** What the last write of a batch closes. */
export interface Closing {
  readonly marks: readonly Mark[];
  readonly unstashed: readonly StashPlace[];
  readonly changedStreams: readonly StreamState[];
}

/** The discard of a message that came beside another under one id. */
export interface Discarded {
  readonly reason: string;
  /** Another message waits under its delivery number. */
  readonly isNumberTaken: boolean;
}

interface StashRow {
  readonly stream: string;
  readonly epoch: number;
  readonly seq: string;
  readonly sender: string;
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly payload: Buffer | null;
  readonly arrived_as: string;
}

const MOST_BYTES = 4 * 1024 * 1024;
const STREAMS_AT_ONCE = 100;
const MOST_DETAIL = 4_000;

/** The inbox tables: raw SQL, one statement each for a whole batch. */
export class InboxStore {
  /** Locks the streams of the batch and finds the messages already known. */
  async open(
    client: PoolClient,
    batch: readonly Incoming[],
    further: readonly string[] = [],
  ): Promise<{ streams: Map<string, StreamState>; known: Map<string, KnownMessage> }> {
    const keys = [...new Set([...batch.map((one) => one.stream), ...further])];
    const { rows } = await client.query<{
      streams: StreamState[];
      known: (KnownMessage & Identity)[];
    }>(OPEN_INBOX, [keys, batch.map((one) => one.sender), batch.map((one) => one.id)]);
    const found = rows[0] ?? { streams: [], known: [] };
    return {
      streams: new Map(found.streams.map((s) => [s.key, { ...s, blockedBy: s.blockedBy ?? undefined }])),
      known: new Map(found.known.map((k) => [keyOf(k), k])),
    };
  }

  async known(client: PoolClient, { sender, id }: Identity): Promise<KnownMessage | undefined> {
    const { rows } = await client.query<KnownMessage>(KNOWN_INBOX, [[sender], [id]]);
    return rows[0];
  }

  /**
   * Records of these streams that can follow without a gap, in number order, as many and as large as one transaction takes;
   * `passed`: also those that came too late.
   */
  async stashed(
    client: PoolClient,
    streams: readonly StreamState[],
    { rows: most, passed }: { readonly rows: number; readonly passed: boolean },
  ): Promise<StashedRecord[]> {
    const { rows } = await client.query<StashRow>(STASHED, [
      streams.map((s) => s.key),
      streams.map((s) => s.epoch),
      streams.map((s) => s.lastIn),
      most,
      passed,
      MOST_BYTES,
    ]);
    return rows.map(({ headers, payload, arrived_as, seq, ...place }) => ({
      ...place,
      sequence: Number(seq),
      record: storedRecord({ headers, payload, arrived_as }),
    }));
  }

  /** The next streams in which a waiting record can be judged although no message of them comes. */
  async released(client: ClientBase, after: string): Promise<string[]> {
    const { rows } = await client.query<{ key: string }>(RELEASED, [STREAMS_AT_ONCE, after]);
    return rows.map((row) => row.key);
  }

  async close(client: PoolClient, { marks, unstashed, changedStreams }: Closing, at: Date): Promise<void> {
    await client.query(CLOSE_INBOX, [
      marks.map((m) => m.sender),
      marks.map((m) => m.id),
      marks.map((m) => m.stream),
      marks.map((m) => m.sequence),
      marks.map((m) => m.hash),
      marks.map((m) => m.outcome),
      marks.map((m) => m.cause ?? null),
      marks.map(() => at),
      unstashed.map((u) => u.stream),
      unstashed.map((u) => u.epoch),
      unstashed.map((u) => u.sequence),
      changedStreams.map((s) => s.key),
      changedStreams.map((s) => s.epoch),
      changedStreams.map((s) => s.lastIn),
      changedStreams.map((s) => s.blockedBy ?? null),
    ]);
  }

  /** Whether this message, one beside another under its id, was discarded. */
  async discarded(client: PoolClient, incoming: Incoming): Promise<Discarded | undefined> {
    const { sender, stream, epoch, sequence } = incoming;
    const { rows } = await client.query<Discarded>(DISCARDED, [sender, conflictId(incoming), stream, epoch, sequence]);
    return rows[0];
  }

  /** Returns the ids of what is parked now; a discarded record is not. */
  async park(client: ClientBase, rows: readonly ParkedRow[], at: Date): Promise<string[]> {
    if (rows.length === 0) return [];
    const parked = await client.query<{ id: string }>(PARK, [
      rows.map((r) => r.sender),
      rows.map((r) => r.id),
      rows.map((r) => r.stream ?? null),
      rows.map((r) => r.epoch ?? null),
      rows.map((r) => r.sequence ?? null),
      rows.map((r) => r.holdsStream),
      rows.map((r) => r.cause),
      rows.map((r) => storable(r.textVi)),
      rows.map((r) => storable(r.textEn)),
      rows.map((r) => storable(r.detail).slice(0, MOST_DETAIL)),
      rows.map((r) => JSON.stringify(storedHeaders(r.record))),
      rows.map((r) => r.record.value),
      rows.map((r) => storable(arrivedAs(r.record))),
      at,
      NO_SENDER,
    ]);
    return parked.rows.map((row) => row.id);
  }

  /** Returns those whose place another message holds already; they were not stashed. */
  async stash(client: ClientBase, batch: readonly Incoming[], at: Date): Promise<Incoming[]> {
    if (batch.length === 0) return [];
    await this.makeRoomForVoids(client, batch);
    const { rows } = await client.query<Identity>(STASH, [
      batch.map((one) => one.stream),
      batch.map((one) => one.epoch),
      batch.map((one) => one.sequence),
      batch.map((one) => one.sender),
      batch.map((one) => one.id),
      batch.map((one) => JSON.stringify(storedHeaders(one.record))),
      batch.map((one) => one.record.value),
      batch.map((one) => storable(arrivedAs(one.record))),
      at,
    ]);
    const stashed = new Set(rows.map(keyOf));
    const refused = batch.filter((one) => !stashed.has(keyOf(one)));
    return refused.length === 0 ? [] : this.unlessWaiting(client, refused);
  }

  async voidParked(client: ClientBase, identities: readonly Identity[], at: Date): Promise<void> {
    if (identities.length === 0) return;
    const [senders, ids] = [identities.map((one) => one.sender), identities.map((one) => one.id)];
    await client.query(VOID_PARKED, [senders, ids, BUS_MEMBER, BUS_MEMBER, at]);
  }

  /** Whether this act of the bus has tried the parked message already. */
  async wasTriedBy(client: ClientBase, { sender, id, replay }: Incoming): Promise<boolean> {
    const { rows } = await client.query<{ replay: string | null }>(LAST_REPLAY, [sender, id]);
    return rows.length === 0 || rows[0]?.replay === replay;
  }

  /** Where a message waits. */
  async stashPlace(client: ClientBase, { stream, sender, id }: Incoming): Promise<StashPlace | undefined> {
    const { rows } = await client.query<{ epoch: number; seq: string }>(STASH_PLACE, [stream, sender, id]);
    return rows[0] && { stream, epoch: rows[0].epoch, sequence: Number(rows[0].seq) };
  }

  async releaseParked(client: ClientBase, released: readonly Incoming[], at: Date): Promise<void> {
    if (released.length === 0) return;
    const [senders, ids] = [released.map((one) => one.sender), released.map((one) => one.id)];
    const reasons = released.map((one) => `replay ${one.replay}`);
    await client.query(RELEASE_PARKED, [senders, ids, BUS_MEMBER, at, reasons]);
  }

  /** Another instance may have stashed the same message since this batch looked. */
  private async unlessWaiting(client: ClientBase, refused: readonly Incoming[]): Promise<Incoming[]> {
    const [senders, ids] = [refused.map((one) => one.sender), refused.map((one) => one.id)];
    const streams = refused.map((one) => one.stream);
    const { rows } = await client.query<Identity>(WAITING_IN_STASH, [streams, senders, ids]);
    const waiting = new Set(rows.map(keyOf));
    return refused.filter((one) => !waiting.has(keyOf(one)));
  }

  private async makeRoomForVoids(client: ClientBase, batch: readonly Incoming[]): Promise<void> {
    const voids = batch.filter((one) => one.voids);
    if (voids.length === 0) return;
    await client.query(UNSTASH_REPLACED, [
      voids.map((one) => one.stream),
      voids.map((one) => one.epoch),
      voids.map((one) => one.sequence),
      voids.map((one) => one.voids?.id),
    ]);
  }
}
