import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { CLAIM_NOTICES, LEFT_NOTICES, TOLD_ALL, TOLD_MEMBERS } from './key-notice.sql';

/** Longer than one piece takes to be told; what a dead instance had begun goes on after it. */
const CLAIMED_FOR_MS = 120_000;

/** A changed key that is to be told, and who was told of it already. */
export interface KeyNotice {
  readonly log_id: string;
  readonly kid: string;
  readonly told: readonly string[];
}

/** Changed keys that members are still to be told of. No transaction stands open while they are told: each piece is marked alone. */
@Injectable()
export class KeyNotices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Oldest first; for this instance alone while it goes on marking. */
  async claim(): Promise<readonly KeyNotice[]> {
    const rows = await this.database.query<KeyNotice>(CLAIM_NOTICES, [this.clock.now(), this.claimedUntil()]);
    return rows.sort((one, other) => (one.log_id < other.log_id ? -1 : 1));
  }

  async told(notices: readonly KeyNotice[], members: readonly string[]): Promise<void> {
    await this.database.query(TOLD_MEMBERS, [idsOf(notices), members, this.claimedUntil()]);
  }

  async toldAll(notices: readonly KeyNotice[]): Promise<void> {
    await this.database.query(TOLD_ALL, [idsOf(notices), this.clock.now(), notices.at(-1)?.log_id]);
  }

  /** Not all were told: whoever looks next goes on. */
  async leave(notices: readonly KeyNotice[]): Promise<void> {
    await this.database.query(LEFT_NOTICES, [idsOf(notices)]);
  }

  private claimedUntil(): Date {
    return new Date(this.clock.now().getTime() + CLAIMED_FOR_MS);
  }
}

function idsOf(notices: readonly KeyNotice[]): string[] {
  return notices.map((notice) => notice.log_id);
}
