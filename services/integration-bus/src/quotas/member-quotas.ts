import { Injectable } from '@nestjs/common';
import { IntegrationBusConfig } from '../integration-bus.config';
import { CurrentRegistry } from '../members/current-registry';
import { type Cost, type Excess, type Quota, type QuotaName, TokenBucket } from './quota.rules';

interface Use {
  readonly quota: Quota;
  readonly messages: TokenBucket;
  readonly bytes: TokenBucket;
  readonly requests: TokenBucket;
  readonly fileBytes: TokenBucket;
  underWay: number;
}

/** What each member uses of its quotas at this instance of the bus. */
@Injectable()
export class MemberQuotas {
  private readonly uses = new Map<string, Use>();

  constructor(
    private readonly registry: CurrentRegistry,
    private readonly config: IntegrationBusConfig,
  ) {}

  /** A request begins. Returns what keeps it out, else `leave` must follow. */
  enter(member: string, cost: Cost): Excess | undefined {
    const use = this.useOf(member);
    if (use.underWay >= use.quota.concurrentRequests) return { quota: 'concurrentRequests', retryAfterSeconds: 1 };
    const excess = this.spend(member, cost);
    if (!excess) use.underWay += 1;
    return excess;
  }

  leave(member: string): void {
    const use = this.uses.get(member);
    if (use) use.underWay -= 1;
  }

  /** Takes what something costs, unless a quota is exceeded: then it returns which. */
  spend(member: string, cost: Cost): Excess | undefined {
    const use = this.useOf(member);
    const excess = excessOf(use, cost, performance.now());
    if (excess) return excess;
    use.messages.take(cost.messages);
    use.bytes.take(cost.bytes);
    use.requests.take(cost.requests);
    return undefined;
  }

  /** Bytes of a file have passed. Returns for how long the next ones have to wait, in ms. */
  movedOfFile(member: string, bytes: number): number {
    const { fileBytes } = this.useOf(member);
    fileBytes.take(bytes);
    return fileBytes.waitMs(performance.now());
  }

  /** How many messages of the member may be taken now from its topic; nothing of the rest is refused, it waits there. */
  room(member: string): number {
    const use = this.useOf(member);
    const now = performance.now();
    return use.bytes.available(now) <= 0 ? 0 : Math.max(0, Math.floor(use.messages.available(now)));
  }

  /** Messages were taken from its topic. */
  taken(member: string, messages: number, bytes: number): void {
    const use = this.useOf(member);
    use.messages.take(messages);
    use.bytes.take(bytes);
  }

  /** A quota that was changed begins anew; requests under way are still counted. */
  private useOf(member: string): Use {
    const quota = this.quotaOf(member);
    const known = this.uses.get(member);
    if (known && isSame(known.quota, quota)) return known;
    const now = performance.now();
    const use = {
      quota,
      messages: new TokenBucket(quota.messagesPerSecond, now),
      bytes: new TokenBucket(quota.bytesPerSecond, now),
      requests: new TokenBucket(quota.requestsPerSecond, now),
      fileBytes: new TokenBucket(quota.fileBytesPerSecond, now),
      underWay: known?.underWay ?? 0,
    };
    this.uses.set(member, use);
    return use;
  }

  quotaOf(member: string): Quota {
    const { config } = this;
    return {
      messagesPerSecond: config.memberMessagesPerSecond,
      requestsPerSecond: config.memberRequestsPerSecond,
      concurrentRequests: config.memberConcurrentRequests,
      bytesPerSecond: config.memberBytesPerSecond,
      fileBytesPerSecond: config.memberFileBytesPerSecond,
      fileBytesKept: config.memberFileBytesKept,
      ...this.registry.now.member(member)?.quota,
    };
  }
}

function isSame(a: Quota, b: Quota): boolean {
  return (Object.keys(a) as QuotaName[]).every((quota) => a[quota] === b[quota]);
}

function excessOf({ messages, bytes, requests }: Use, cost: Cost, now: number): Excess | undefined {
  const over = (quota: QuotaName, bucket: TokenBucket): Excess => ({ quota, retryAfterSeconds: seconds(bucket, now) });
  if (cost.messages > 0 && messages.available(now) < 1) return over('messagesPerSecond', messages);
  if (cost.messages > 0 && bytes.available(now) <= 0) return over('bytesPerSecond', bytes);
  if (cost.requests > 0 && requests.available(now) < 1) return over('requestsPerSecond', requests);
  return undefined;
}

function seconds(bucket: TokenBucket, now: number): number {
  return Math.max(1, Math.ceil(bucket.waitMs(now) / 1_000));
}
