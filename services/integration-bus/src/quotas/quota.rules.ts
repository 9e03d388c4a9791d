/** What a member may do; but for what is kept of it, each is a limit of one instance of the bus. */
export interface Quota {
  readonly messagesPerSecond: number;
  /** Requests a second that bring no message, each by its weight. */
  readonly requestsPerSecond: number;
  /** Requests of the member that are answered at the same time. */
  readonly concurrentRequests: number;
  /** Bytes of messages a second. */
  readonly bytesPerSecond: number;
  /** Bytes of files a second, both ways together; what is more waits. */
  readonly fileBytesPerSecond: number;
  /** Bytes of files that the bus keeps of it, those on their way included. */
  readonly fileBytesKept: number;
}

/** What a request takes of the quotas of its member. */
export interface Cost {
  readonly messages: number;
  readonly bytes: number;
  readonly requests: number;
}

export type QuotaName = keyof Quota;

/** Which quota is exceeded, and after how many seconds it is worth trying again. */
export interface Excess {
  readonly quota: QuotaName;
  readonly retryAfterSeconds: number;
}

/** What one message of so many bytes costs. */
export function costOfMessage(bytes: number): Cost {
  return { messages: 1, bytes, requests: 0 };
}

/** So many seconds of unused quota may be used at once. */
const BURST_S = 2;

/** Fills evenly up to two seconds of its rate; what is taken may exceed what is there once, and is paid back. */
export class TokenBucket {
  private tokens: number;

  constructor(
    readonly perSecond: number,
    private at: number,
  ) {
    this.tokens = perSecond * BURST_S;
  }

  /** How many are there. Times are in ms. */
  available(now: number): number {
    this.tokens = Math.min(this.perSecond * BURST_S, this.tokens + ((now - this.at) / 1_000) * this.perSecond);
    this.at = now;
    return this.tokens;
  }

  take(amount: number): void {
    this.tokens -= amount;
  }

  /** Time until there is one again, in ms. */
  waitMs(now: number): number {
    const missing = Math.min(1, this.perSecond) - this.available(now);
    return missing <= 0 ? 0 : (missing / this.perSecond) * 1_000;
  }
}
