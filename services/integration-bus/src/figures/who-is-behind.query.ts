import { Injectable } from '@nestjs/common';
import { Clock, idTime, instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { WHO_IS_BEHIND } from './who-is-behind.sql';

/** One member, and what waits for it. */
export interface MemberBehind {
  readonly member: string;
  readonly state: 'active' | 'suspended';
  readonly transport: 'kafka' | 'pull' | 'webhook';
  /** At the bus. */
  readonly waiting: number;
  /** Sent, or leased, and not answered. */
  readonly inFlight: number;
  readonly parked: number;
  readonly stashed: number;
  /** When the oldest of these was accepted. */
  readonly oldestSince?: string;
  /** When its last acknowledgement came. */
  readonly lastSeenAt?: string;
  /** Over the last minutes. */
  readonly handledPerMinute: number;
  /** Its own messages that wait at the bus behind numbers which it has not sent, and since when. */
  readonly behindGaps: number;
  readonly gapSince?: string;
}

interface BehindRow {
  member: string;
  state: MemberBehind['state'];
  transport: MemberBehind['transport'];
  last_seen_at: Date | null;
  handled: number;
  waiting: number;
  in_flight: number;
  parked: number;
  stashed: number;
  oldest: string | null;
  behind_gaps: number;
  gap_since: Date | null;
}

const RATE_MINUTES = 5;
const MINUTE_MS = 60_000;

/** Who is behind: those with the oldest open delivery first, then those with nothing open. */
@Injectable()
export class WhoIsBehind {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<readonly MemberBehind[]> {
    const since = new Date(this.clock.now().getTime() - RATE_MINUTES * MINUTE_MS);
    const rows = await this.unitOfWork.query<BehindRow>(WHO_IS_BEHIND, [since]);
    return rows.map(viewOf).sort(oldestFirst);
  }
}

function viewOf(row: BehindRow): MemberBehind {
  const { member, state, transport, waiting, parked, stashed } = row;
  return {
    ...{ member, state, transport, waiting, inFlight: row.in_flight, parked, stashed },
    ...(row.oldest ? { oldestSince: instantText(idTime(row.oldest)) } : {}),
    ...(row.last_seen_at ? { lastSeenAt: instantText(row.last_seen_at) } : {}),
    handledPerMinute: Math.round((row.handled / RATE_MINUTES) * 10) / 10,
    behindGaps: row.behind_gaps,
    ...(row.gap_since ? { gapSince: instantText(row.gap_since) } : {}),
  };
}

function oldestFirst(a: MemberBehind, b: MemberBehind): number {
  const [left, right] = [a.oldestSince ?? '~', b.oldestSince ?? '~'];
  return left < right ? -1 : Number(left > right);
}
