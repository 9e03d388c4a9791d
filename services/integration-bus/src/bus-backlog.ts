import { Injectable } from '@nestjs/common';
import { Clock, idTime } from '@lienthong/kernel';
import { cached } from '@lienthong/messaging';
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

const KEEP_MS = 5_000;
const WAIT_MS = 1_500;

/** Asks the database what waits at the bus, by one statement at most every 5 s; nobody waits long for the answer. */
@Injectable()
export class BusBacklog {
  private readonly read = cached(() => this.ask(), { keepMs: KEEP_MS, waitMs: WAIT_MS });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** `undefined` while the database does not answer. */
  current(): Promise<Backlog | undefined> {
    return this.read();
  }

  private async ask(): Promise<Backlog> {
    const { client, release } = await this.database.client();
    try {
      const { rows } = await client.query<BacklogRow>(READ_BACKLOG);
      return backlogOf(rows, this.clock.now());
    } finally {
      release();
    }
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
