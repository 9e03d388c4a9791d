import type { ClientBase, PoolClient } from 'pg';
import type { WireRecord } from '../kafka/gathering-consumer';
import type { KnownMessage, Outcome, StreamState } from './admission.rules';
import { CLOSE_INBOX, KNOWN_INBOX, OPEN_INBOX, PARK, RELEASED, STASH, STASHED } from './inbox.sql';
import type { Incoming } from './incoming';

export interface Mark {
  readonly incoming: Incoming;
  readonly outcome: Outcome;
}

export interface ParkedRow {
  readonly sender: string;
  readonly id: string;
  readonly stream?: string;
  readonly sequence?: number;
  readonly cause: string;
  readonly detail: string;
  readonly record: WireRecord;
}

const STASHED_PER_STREAM = 500;
const STREAMS_OF_A_SWEEP = 100;
const keyOf = ({ sender, id }: { sender: string; id: string }): string => `${sender}|${id}`;

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
      known: (KnownMessage & { sender: string; id: string })[];
    }>(OPEN_INBOX, [keys, batch.map((one) => one.sender), batch.map((one) => one.id)]);
    const found = rows[0] ?? { streams: [], known: [] };
    return {
      streams: new Map(found.streams.map((s) => [s.key, { ...s, blockedBy: s.blockedBy ?? undefined }])),
      known: new Map(found.known.map((k) => [keyOf(k), k])),
    };
  }

  async known(client: PoolClient, { sender, id }: Incoming): Promise<KnownMessage | undefined> {
    const { rows } = await client.query<KnownMessage>(KNOWN_INBOX, [[sender], [id]]);
    return rows[0];
  }

  /** Records of these streams that can follow without a gap, in number order. */
  async stashed(client: PoolClient, streams: readonly StreamState[]): Promise<WireRecord[]> {
    const { rows } = await client.query<{ headers: Record<string, string>; payload: Buffer | null }>(STASHED, [
      streams.map((s) => s.key),
      streams.map((s) => s.epoch),
      streams.map((s) => s.lastIn),
      STASHED_PER_STREAM,
    ]);
    return rows.map(({ headers, payload }) => ({
      topic: 'stash',
      partition: 0,
      offset: '0',
      key: null,
      value: payload,
      headers,
    }));
  }

  /** Streams whose next number waits although no message of them comes. */
  async released(client: ClientBase): Promise<string[]> {
    const { rows } = await client.query<{ key: string }>(RELEASED, [STREAMS_OF_A_SWEEP]);
    return rows.map((row) => row.key);
  }

  async close(client: PoolClient, marks: readonly Mark[], streams: readonly StreamState[], at: Date): Promise<void> {
    await client.query(CLOSE_INBOX, [
      marks.map((m) => m.incoming.sender),
      marks.map((m) => m.incoming.id),
      marks.map((m) => m.incoming.stream),
      marks.map((m) => m.incoming.sequence),
      marks.map((m) => m.incoming.hash),
      marks.map((m) => m.outcome),
      marks.map(() => at),
      streams.map((s) => s.key),
      streams.map((s) => s.epoch),
      streams.map((s) => s.lastIn),
      streams.map((s) => s.blockedBy ?? null),
    ]);
  }

  async park(client: PoolClient, rows: readonly ParkedRow[], at: Date): Promise<void> {
    if (rows.length === 0) return;
    await client.query(PARK, [
      rows.map((r) => r.sender),
      rows.map((r) => r.id),
      rows.map((r) => r.stream ?? null),
      rows.map((r) => r.sequence ?? null),
      rows.map((r) => r.cause),
      rows.map((r) => r.detail.slice(0, 2_000)),
      rows.map((r) => JSON.stringify(headersOf(r.record))),
      rows.map((r) => r.record.value),
      rows.map(() => at),
    ]);
  }

  async stash(client: PoolClient, batch: readonly Incoming[], at: Date): Promise<void> {
    if (batch.length === 0) return;
    await client.query(STASH, [
      batch.map((one) => one.stream),
      batch.map((one) => one.epoch),
      batch.map((one) => one.sequence),
      batch.map((one) => one.sender),
      batch.map((one) => one.id),
      batch.map((one) => JSON.stringify(headersOf(one.record))),
      batch.map((one) => one.record.value),
      batch.map(() => at),
    ]);
  }
}

function headersOf({ headers }: WireRecord): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString() ?? '']));
}
