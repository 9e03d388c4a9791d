import { Logger } from '@nestjs/common';
import type { Delivery } from '../deliveries/delivery';
import { recordOf } from '../deliveries/delivery-record';
import type { HeldDeliveries } from '../deliveries/held/held-deliveries';
import type { BreakerState } from './breaker.rules';
import type { LaneBreaker } from './lane-breaker';
import type { Reserved, TakenDeliveries } from './taken-deliveries';
import type { WebhookAnswer } from './webhook-client';
import { WebhookFailure } from './webhook-failure';
import type { WebhookPost } from './webhook-post';

export interface WebhookLaneOptions {
  readonly member: string;
  /** Whether the member takes its messages by its webhook now. */
  readonly isServed: () => boolean;
  readonly held: HeldDeliveries;
  readonly taken: TakenDeliveries;
  readonly breaker: LaneBreaker;
  readonly webhook: WebhookPost;
  readonly newLease: (rows: number) => { readonly leaseId: string; readonly until: Date };
  /** What a webhook answers may be an acknowledgement. */
  readonly answered: (answer: WebhookAnswer) => Promise<void>;
  /** Posts what the member is told beside its deliveries. */
  readonly tell: (webhook: WebhookPost) => Promise<void>;
  /** When what it did not take of that is due again. */
  readonly toldNextDue: () => Promise<Date | undefined>;
  readonly now: () => number;
  readonly tried: (outcome: 'taken' | 'failed') => void;
  /** Time of a database connection that it took, in ms. */
  readonly spent: (ms: number) => void;
}

/** Streams of one webhook at the same time, and messages that are reserved for it at a time. */
const MOST_STREAMS = 8;
const MOST_ROWS = 16;
const LONGEST_SLEEP_MS = 60_000;

/** Deliveries to one webhook: streams beside each other, each in order, and nothing while its breaker is open. */
export class WebhookLane {
  private readonly logger = new Logger('webhooks');
  private readonly streams = new Set<Promise<void>>();
  /** Reserved, and not begun: no more streams at a time than the webhook was promised. */
  private readonly queue: Reserved[] = [];
  private isPumping = false;
  private isWoken = false;
  private isStopped = false;
  private timer?: NodeJS.Timeout | undefined;

  constructor(private readonly options: WebhookLaneOptions) {}

  /** Something may be there to deliver. */
  wake(): void {
    this.isWoken = true;
    if (!this.isPumping && !this.isStopped) void this.pump();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    for (const reserved of this.queue.splice(0)) this.start(reserved);
    await Promise.allSettled([...this.streams]);
  }

  get state(): BreakerState {
    return this.options.breaker.state;
  }

  /** While the webhook is being tried, a word is the try when no delivery is. */
  private get mayTell(): boolean {
    return this.state === 'closed' || (this.state === 'half-open' && this.streams.size === 0);
  }

  private async pump(): Promise<void> {
    const { isServed, member, tell, webhook } = this.options;
    this.isPumping = true;
    clearTimeout(this.timer);
    try {
      while (this.isWoken && !this.isStopped) {
        this.isWoken = false;
        if (this.mayTell && isServed()) await tell(webhook);
        while (await this.startMore());
      }
      this.sleep(await this.idleMs());
    } catch (error) {
      this.logger.warn({ member, error: String(error), msg: 'deliveries to a webhook wait' });
      this.sleep(1_000);
    } finally {
      this.isPumping = false;
    }
    if (this.isWoken) this.wake();
  }

  /** Returns whether it is worth looking for more at once. */
  private async startMore(): Promise<boolean> {
    const { breaker, held, isServed, member, newLease } = this.options;
    const isProbing = breaker.state === 'half-open';
    const most = isProbing ? 1 : MOST_STREAMS;
    this.startQueued(most);
    if (this.isStopped || breaker.state === 'open' || this.streams.size >= most || !isServed()) return false;
    // a stream that waits for its turn here does not outlive what it is reserved for
    const max = isProbing ? 1 : Math.min(MOST_ROWS, 2 * (most - this.streams.size));
    const lease = newLease(isProbing ? 1 : MOST_ROWS);
    const wish = { recipient: member, max, ...lease, by: 'reserve' as const };
    const rows = await this.timed(() => held.take({ ...wish, room: (client) => breaker.room(client) }));
    this.queue.push(...byStream(rows).map((stream) => ({ rows: stream, leaseId: lease.leaseId })));
    this.startQueued(most);
    return rows.length === max && !isProbing;
  }

  private startQueued(most: number): void {
    while (this.queue.length > 0 && this.streams.size < most) this.start(this.queue.shift() as Reserved);
  }

  private start(reserved: Reserved): void {
    const stream: Promise<void> = this.deliver(reserved)
      .catch((error: unknown) => {
        const { member } = this.options;
        this.logger.warn({ member, error: String(error), msg: 'a webhook delivery was lost track of' });
      })
      .finally(() => {
        this.streams.delete(stream);
        this.wake();
      });
    this.streams.add(stream);
  }

  /** One after another, until one is not taken, or they are somebody else's. */
  private async deliver({ rows, leaseId }: Reserved): Promise<void> {
    const { answered, taken, tried } = this.options;
    for (const [i, row] of rows.entries()) {
      const answer = await this.post(row);
      const isTaken = !(answer instanceof WebhookFailure);
      const isOurs = await this.timed(() =>
        isTaken
          ? taken.taken({ rows: [row], leaseId })
          : taken.untaken({ rows: rows.slice(i), leaseId }, answer.maybeTaken).then(() => false),
      );
      tried(isTaken ? 'taken' : 'failed');
      if (isTaken) await answered(answer);
      if (!isOurs) return;
    }
  }

  private post(row: Delivery): Promise<WebhookAnswer | WebhookFailure> {
    const { breaker, webhook } = this.options;
    const isLeftAlone = breaker.state === 'open';
    if (!this.isStopped && !isLeftAlone) return webhook.post(recordOf(row));
    const reason = isLeftAlone ? 'the webhook is left alone' : 'the bus stops';
    return Promise.resolve(new WebhookFailure(reason, { maybeTaken: false, blame: 'neither' }));
  }

  private async timed<T>(work: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    try {
      return await work();
    } finally {
      this.options.spent(performance.now() - startedAt);
    }
  }

  /** Until its breaker lets a try through, or something that waits is due again. */
  private async idleMs(): Promise<number> {
    const { breaker, held, isServed, member, now, toldNextDue } = this.options;
    if (breaker.state === 'open') return breaker.restMs;
    if (this.streams.size > 0 || !isServed()) return LONGEST_SLEEP_MS;
    const dues = await this.timed(() => Promise.all([held.nextDue(member), toldNextDue()]));
    const waits = dues.flatMap((due) => (due ? [Math.max(10, due.getTime() - now())] : []));
    return Math.min(LONGEST_SLEEP_MS, ...waits);
  }

  private sleep(ms: number): void {
    if (this.isStopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), Math.min(ms, LONGEST_SLEEP_MS)).unref();
  }
}

function byStream(rows: readonly Delivery[]): Delivery[][] {
  const streams = new Map<string, Delivery[]>();
  for (const row of rows) {
    const key = `${row.epoch}|${row.stream}`;
    streams.set(key, [...(streams.get(key) ?? []), row]);
  }
  return [...streams.values()];
}
