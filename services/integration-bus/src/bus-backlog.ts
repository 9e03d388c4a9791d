import { Injectable } from '@nestjs/common';
import { Clock, idTime } from '@lienthong/kernel';
import { cachedQuery } from '@lienthong/messaging';
import { Database } from '@lienthong/persistence';
import { READ_BACKLOG } from './backlog.sql';

/** Open deliveries to one recipient in one state: `waiting`, `produced`, or answered as `stashed` or `parked`. */
export interface OpenDepth {
  readonly recipient: string;
  readonly state: string;
  readonly deliveries: number;
  /** Since the oldest of them was accepted, by the Clock. */
  readonly oldestSeconds: number;
}

export interface Backlog {
  readonly open: readonly OpenDepth[];
  /** Streams of senders in which messages wait behind missing numbers. */
  readonly gaps: number;
  readonly oldestGapSeconds: number;
  readonly stashed: number;
}

interface BacklogRow {
  recipient: string | null;
  state: string;
  n: number;
  oldest: string | null;
  since: Date | null;
  stashed: number;
}

/** Asks the database what waits at the bus, by one statement at most every 5 s; nobody waits long for the answer. */
@Injectable()
export class BusBacklog {
  /** `undefined` while the database does not answer. */
  readonly current: () => Promise<Backlog | undefined>;

  constructor(database: Database, clock: Clock) {
    this.current = cachedQuery(database, async (client) => {
      const { rows } = await client.query<BacklogRow>(READ_BACKLOG);
      return backlogOf(rows, clock.now());
    });
  }
}

function backlogOf(rows: readonly BacklogRow[], now: Date): Backlog {
  const secondsSince = (at: Date | null): number => (at ? Math.max(0, now.getTime() - at.getTime()) / 1_000 : 0);
  const gaps = rows.find(({ recipient }) => recipient === null);
  return {
    open: rows.flatMap(({ recipient, state, n: deliveries, oldest }) =>
      recipient === null
        ? []
        : [{ recipient, state, deliveries, oldestSeconds: secondsSince(oldest === null ? null : idTime(oldest)) }],
    ),
    gaps: gaps?.n ?? 0,
    oldestGapSeconds: secondsSince(gaps?.since ?? null),
    stashed: gaps?.stashed ?? 0,
  };
}
