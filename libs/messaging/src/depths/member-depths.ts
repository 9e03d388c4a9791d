import type { Clock } from '@lienthong/kernel';
import type { Database } from '@lienthong/persistence';
import type { PoolClient } from 'pg';
import { cachedQuery } from '../cached-query';
import { READ_DEPTHS } from './depths.sql';

/** What waits at a member; counts stop at 100,000, ages are in seconds. */
export interface Depths {
  /** Committed and not yet produced. */
  readonly unsent: number;
  /** Produced, and neither accepted nor rejected by the bus yet. */
  readonly unanswered: number;
  readonly rejected: number;
  /** Age of the oldest row without an answer; `null` when there is none. */
  readonly oldestOpenSeconds: number | null;
  /** Parked messages by the code of their cause. */
  readonly parked: Readonly<Record<string, number>>;
  readonly stashed: number;
  /** Streams that wait behind a parked message. */
  readonly blockedStreams: number;
  /** Streams that wait for a number that has not come. */
  readonly gaps: number;
  readonly oldestGapSeconds: number | null;
}

const MOST = 100_000;

/** Asks the database what waits, by one statement at most every `keptMs`; nobody waits long for the answer. */
export class MemberDepths {
  /** `undefined` while the database does not answer. */
  readonly current: () => Promise<Depths | undefined>;

  constructor(database: Database, clock: Clock, keptMs?: number) {
    const count = async (client: PoolClient): Promise<Depths> => {
      const { rows } = await client.query<Depths>(READ_DEPTHS, [MOST, clock.now()]);
      return rows[0] as Depths;
    };
    this.current = cachedQuery(database, count, keptMs);
  }
}
