import { Injectable, Logger } from '@nestjs/common';
import { Clock, newId } from '@lienthong/kernel';
import type { BackgroundPart, ProbeResult } from '@lienthong/service-host';
import { HeldDeliveries } from '../deliveries/held/held-deliveries';
import { IntegrationBusConfig } from '../integration-bus.config';
import { CurrentRegistry } from '../members/current-registry';
import { LaneBreaker } from './lane-breaker';
import { WebhookEnds } from './webhook-ends';
import { WebhookLane } from './webhook-lane';
import { WebhookPost } from './webhook-post';

/** Commits tell what is new; this finds what nobody told of, such as deliveries that are asked for again. */
const LOOK_EVERY_MS = 5_000;

/** Station 4 of a message's way to members with a webhook: one lane for each, which waits, tries and breaks alone. */
@Injectable()
export class WebhookDispatcher implements BackgroundPart {
  readonly name = 'webhooks';
  private readonly logger = new Logger('webhooks');
  private readonly lanes = new Map<string, WebhookLane>();
  private readonly breakers = new Map<string, LaneBreaker>();
  private timer?: NodeJS.Timeout | undefined;

  constructor(
    private readonly registry: CurrentRegistry,
    private readonly held: HeldDeliveries,
    private readonly ends: WebhookEnds,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
  ) {}

  start(): Promise<void> {
    this.ends.wakeUps.onChange((member) => this.changed(member));
    this.registry.onChange(() => this.changed(undefined));
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    this.changed(undefined);
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await Promise.all([...this.lanes.values()].map((lane) => lane.stop()));
  }

  health(): ProbeResult {
    if (!this.timer) return { ready: false, waitingFor: 'deliveries to webhooks to start' };
    const open = [...this.lanes].filter(([, lane]) => lane.state === 'open').map(([member]) => member);
    return { ready: true, facts: { webhooks: this.lanes.size, ...(open.length > 0 ? { open: open.join(', ') } : {}) } };
  }

  private changed(member: string | undefined): void {
    if (!this.timer) return;
    const members = member === undefined ? [...this.registry.now.members.keys()] : [member];
    for (const code of members) if (this.urlOf(code) !== undefined) this.laneOf(code).wake();
  }

  private async look(): Promise<void> {
    if (![...this.registry.now.members.keys()].some((code) => this.urlOf(code) !== undefined)) return;
    try {
      for (const { member, breaker } of await this.ends.books.breakers.waiting()) {
        this.breakers.get(member)?.learn(breaker);
        this.changed(member);
      }
    } catch (error) {
      this.logger.warn({ error: String(error), msg: 'what waits for webhooks could not be looked for' });
    }
  }

  private urlOf(code: string): string | undefined {
    const member = this.registry.now.member(code);
    return member?.transport === 'webhook' && member.state === 'active' ? member.webhookUrl : undefined;
  }

  private laneOf(member: string): WebhookLane {
    const known = this.lanes.get(member);
    if (known) return known;
    const { answers, client, metrics } = this.ends;
    const { breakers, taken } = this.ends.books;
    const url = (): string | undefined => this.urlOf(member);
    const now = (): number => this.clock.now().getTime();
    const spent = (ms: number): void => metrics.spent(member, ms);
    const breaker = new LaneBreaker({ member, breakers, now, spent });
    const lane = new WebhookLane({
      ...{ member, held: this.held, taken, breaker, now, spent, isServed: () => url() !== undefined },
      webhook: new WebhookPost({ member, url, client, breaker, now }),
      newLease: (rows) => ({ leaseId: newId(this.clock), until: this.reservedUntil(rows) }),
      answered: (answer) => answers.take(member, answer),
      tell: (webhook) => answers.tell(member, webhook),
      toldNextDue: () => answers.nextDue(member),
      tried: (outcome) => metrics.tried(member, outcome),
    });
    this.breakers.set(member, breaker);
    this.lanes.set(member, lane);
    return lane;
  }

  /** Long enough for all of them one after another; after a crash the next try comes then. */
  private reservedUntil(rows: number): Date {
    return new Date(this.clock.now().getTime() + (rows + 1) * this.config.webhookTimeoutMs);
  }
}
