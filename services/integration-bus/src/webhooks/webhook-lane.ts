import { Logger } from '@nestjs/common';
import type { Delivery } from '../deliveries/delivery';
import { type DeliveryRecord, recordOf } from '../deliveries/delivery-record';
import type { HeldDeliveries } from '../deliveries/held/held-deliveries';
import { binaryHeaders } from '../http-members/event-media.rules';
import { afterFailure, type Breaker, breakerState, CLOSED } from './breaker.rules';
import type { TakenDeliveries } from './taken-deliveries';
import { type WebhookAnswer, type WebhookClient, WebhookFailure } from './webhook-client';

export interface WebhookLaneOptions {
  readonly member: string;
  /** Where the member takes its messages now; `undefined` when it does no longer. */
  readonly url: () => string | undefined;
  readonly held: HeldDeliveries;
  readonly taken: TakenDeliveries;
  readonly client: WebhookClient;
  readonly newLease: (rows: number) => { readonly leaseId: string; readonly until: Date };
  /** What a webhook answers may be an acknowledgement. */
  readonly answered: (answer: WebhookAnswer) => Promise<void>;
  /** Posts what the member is told beside its deliveries. Returns whether it took all. */
  readonly tell: (post: WebhookLane['post']) => Promise<boolean>;
  readonly now: () => number;
  readonly observe: (outcome: 'taken' | 'failed', busyMs: number) => void;
}

/** Streams of one webhook at the same time, and messages that are reserved for it at a time. */
const MOST_STREAMS = 8;
export const MOST_ROWS = 16;
const LONGEST_SLEEP_MS = 60_000;
const TAKES = 200;
const TAKES_NOT = 300;
const SERVER_FAULT = 500;
const TOO_MANY = 429;

/** Deliveries to one webhook: streams beside each other, each in order, and nothing while its breaker is open. */
export class WebhookLane {
  private readonly logger = new Logger('webhooks');
  private breaker: Breaker = CLOSED;
  private readonly streams = new Set<Promise<void>>();
  private isPumping = false;
  private isWoken = false;
  private isStopped = false;
  private timer?: NodeJS.Timeout | undefined;
  /** Time of database connections that no try has accounted for yet. */
  private busyMs = 0;

  constructor(private readonly options: WebhookLaneOptions) {}

  /** Something may be there to deliver. */
  wake(): void {
    this.isWoken = true;
    if (!this.isPumping && !this.isStopped) void this.pump();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await Promise.allSettled([...this.streams]);
  }

  get state(): ReturnType<typeof breakerState> {
    return breakerState(this.breaker, performance.now());
  }

  private async pump(): Promise<void> {
    this.isPumping = true;
    clearTimeout(this.timer);
    try {
      while (this.isWoken && !this.isStopped) {
        this.isWoken = false;
        if (this.state === 'closed' && this.options.url() !== undefined) await this.options.tell(this.post);
        while (await this.startMore());
      }
      this.sleep(await this.idleMs());
    } catch (error) {
      this.logger.warn({ member: this.options.member, error: String(error), msg: 'deliveries to a webhook wait' });
      this.sleep(1_000);
    } finally {
      this.isPumping = false;
    }
    if (this.isWoken) this.wake();
  }

  /** Returns whether it is worth looking for more at once. */
  private async startMore(): Promise<boolean> {
    const { held, member, url, newLease } = this.options;
    const state = this.state;
    const isProbing = state === 'half-open';
    const room = isProbing ? 1 - this.streams.size : MOST_STREAMS - this.streams.size;
    if (this.isStopped || state === 'open' || room <= 0 || url() === undefined) return false;
    const max = isProbing ? 1 : MOST_ROWS;
    const startedAt = performance.now();
    const rows = await held.take({ recipient: member, max, ...newLease(max), by: 'reserve' });
    this.busyMs += performance.now() - startedAt;
    for (const stream of byStream(rows)) this.start(stream);
    return rows.length === max && !isProbing;
  }

  private start(rows: readonly Delivery[]): void {
    const stream: Promise<void> = this.deliver(rows)
      .catch((error: unknown) => {
        this.logger.warn({
          member: this.options.member,
          error: String(error),
          msg: 'a webhook delivery was lost track of',
        });
      })
      .finally(() => {
        this.streams.delete(stream);
        this.wake();
      });
    this.streams.add(stream);
  }

  private async deliver(rows: readonly Delivery[]): Promise<void> {
    for (const [i, row] of rows.entries()) {
      const fault = this.isStopped ? new WebhookFailure('the bus stops', false) : await this.post(recordOf(row));
      const startedAt = performance.now();
      if (fault instanceof WebhookFailure) {
        await this.options.taken.untaken({ rows: rows.slice(i), maybeTaken: fault.maybeTaken });
        this.observe('failed', startedAt);
        return;
      }
      await this.options.taken.taken(row);
      this.observe('taken', startedAt);
      await this.options.answered(fault);
    }
  }

  private observe(outcome: 'taken' | 'failed', startedAt: number): void {
    this.options.observe(outcome, this.busyMs + performance.now() - startedAt);
    this.busyMs = 0;
  }

  /** The answer of a webhook that took it, else why it did not. */
  readonly post = async ({ headers, value }: DeliveryRecord): Promise<WebhookAnswer | WebhookFailure> => {
    const { client, member } = this.options;
    const url = this.options.url();
    if (url === undefined) return new WebhookFailure('it takes its messages another way, or is suspended', false);
    try {
      const answer = await client.post({ url, headers: binaryHeaders(headers), body: value });
      if (answer.status >= TAKES && answer.status < TAKES_NOT) {
        this.breaker = CLOSED;
        return answer;
      }
      // what it refuses one by one says nothing against the webhook
      const isFault = answer.status >= SERVER_FAULT;
      if (isFault || answer.status === TOO_MANY) this.failed();
      // a gateway that gave up says nothing of what stands behind it
      return this.told(new WebhookFailure(`HTTP ${answer.status}`, isFault), member);
    } catch (error) {
      this.failed();
      return this.told(error instanceof WebhookFailure ? error : new WebhookFailure(String(error), true), member);
    }
  };

  private told(failure: WebhookFailure, member: string): WebhookFailure {
    this.logger.warn({ member, reason: failure.reason, breaker: this.state, msg: 'a webhook did not take a message' });
    return failure;
  }

  private failed(): void {
    this.breaker = afterFailure(this.breaker, performance.now(), Math.random());
  }

  /** Until its breaker lets a try through, or something that waits is due again. */
  private async idleMs(): Promise<number> {
    if (this.state === 'open') return (this.breaker.openUntil ?? 0) - performance.now();
    if (this.streams.size > 0 || this.options.url() === undefined) return LONGEST_SLEEP_MS;
    const due = await this.options.held.nextDue(this.options.member);
    return due ? Math.max(10, due.getTime() - this.options.now()) : LONGEST_SLEEP_MS;
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
