import type { Clock } from '@lienthong/kernel';
import type { Database } from '@lienthong/persistence';
import { cached } from '../cached';
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
const KEEP_MS = 5_000;
const WAIT_MS = 1_500;

/** Asks the database what waits, by one statement at most every 5 s; nobody waits long for the answer. */
export class MemberDepths {
  private readonly read = cached(() => this.ask(), { keepMs: KEEP_MS, waitMs: WAIT_MS });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** `undefined` while the database does not answer. */
  current(): Promise<Depths | undefined> {
    return this.read();
  }

  private async ask(): Promise<Depths> {
    const { client, release } = await this.database.client();
    try {
      const { rows } = await client.query<Depths>(READ_DEPTHS, [MOST, this.clock.now()]);
      return rows[0] as Depths;
    } finally {
      release();
    }
  }
}
