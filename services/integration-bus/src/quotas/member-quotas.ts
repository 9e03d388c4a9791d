import { Injectable } from '@nestjs/common';
import { IntegrationBusConfig } from '../integration-bus.config';
import { CurrentRegistry } from '../members/current-registry';
import { type Excess, type Quota, TokenBucket } from './quota.rules';

interface Use {
  readonly quota: Quota;
  readonly messages: TokenBucket;
  readonly bytes: TokenBucket;
  requests: number;
}

/** What each member uses of its quotas at this instance of the bus. */
@Injectable()
export class MemberQuotas {
  private readonly uses = new Map<string, Use>();

  constructor(
    private readonly registry: CurrentRegistry,
    private readonly config: IntegrationBusConfig,
  ) {}

  /** A request begins; with so many bytes when it brings a message. Returns what keeps it out, else `leave` must follow. */
  enter(member: string, messageBytes?: number): Excess | undefined {
    const use = this.useOf(member);
    const now = performance.now();
    if (use.requests >= use.quota.concurrentRequests) return { quota: 'concurrentRequests', retryAfterSeconds: 1 };
    if (messageBytes !== undefined) {
      const excess = excessOf(use, now);
      if (excess) return excess;
      use.messages.take(1);
      use.bytes.take(messageBytes);
    }
    use.requests += 1;
    return undefined;
  }

  leave(member: string): void {
    const use = this.uses.get(member);
    if (use) use.requests -= 1;
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
      requests: known?.requests ?? 0,
    };
    this.uses.set(member, use);
    return use;
  }

  private quotaOf(member: string): Quota {
    const { memberMessagesPerSecond, memberConcurrentRequests, memberBytesPerSecond } = this.config;
    return {
      messagesPerSecond: memberMessagesPerSecond,
      concurrentRequests: memberConcurrentRequests,
      bytesPerSecond: memberBytesPerSecond,
      ...this.registry.now.member(member)?.quota,
    };
  }
}

function isSame(a: Quota, b: Quota): boolean {
  return (
    a.messagesPerSecond === b.messagesPerSecond &&
    a.bytesPerSecond === b.bytesPerSecond &&
    a.concurrentRequests === b.concurrentRequests
  );
}

function excessOf({ messages, bytes }: Use, now: number): Excess | undefined {
  if (messages.available(now) < 1) return { quota: 'messagesPerSecond', retryAfterSeconds: seconds(messages, now) };
  if (bytes.available(now) <= 0) return { quota: 'bytesPerSecond', retryAfterSeconds: seconds(bytes, now) };
  return undefined;
}

function seconds(bucket: TokenBucket, now: number): number {
  return Math.max(1, Math.ceil(bucket.waitMs(now) / 1_000));
}
