import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, instantText, newId } from '@lienthong/kernel';
import { HeldDeliveries } from '../deliveries/held/held-deliveries';
import { HeldWakeUps } from '../deliveries/held/held-wake-ups';
import { recordOf } from '../deliveries/delivery-record';
import { HeldAnswers } from '../exchange/held-answers';
import { busErrors } from '../integration-bus.errors';
import { structuredText } from './event-media.rules';
import type { LeaseMessagesRequest } from './lease-messages.request';

/** Messages that one puller may work on until a time; each is a structured event, as text. */
export interface Lease {
  readonly leaseId: string;
  readonly until: Date;
  readonly messages: readonly string[];
}

/** The longest time for which nothing is looked for: broken connections are not always told. */
const LONGEST_SLEEP_MS = 15_000;

/** Gives deliveries to pullers: at once, or as soon as there is one within the time that the puller waits. */
@Injectable()
export class LeaseDesk {
  private readonly logger = new Logger(LeaseDesk.name);
  /** Pullers of one member are served one after another: they would only wait for each other's lock. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly held: HeldDeliveries,
    private readonly answers: HeldAnswers,
    private readonly wakeUps: HeldWakeUps,
    private readonly clock: Clock,
  ) {}

  /** `gone` ends the wait; without messages there is no lease. Who names a lease has read the answer that brought it. */
  async lease(member: string, wish: LeaseMessagesRequest, gone: AbortSignal): Promise<Lease> {
    if (wish.after) await this.answers.told(member, wish.after);
    const waitUntil = performance.now() + wish.waitSeconds * 1_000;
    for (;;) {
      const { changed, forget } = this.wakeUps.next(member);
      try {
        const lease = await this.inTurn(member, () => this.take(member, wish, gone));
        const leftMs = waitUntil - performance.now();
        if (lease.messages.length > 0 || leftMs <= 0 || gone.aborted) return lease;
        await this.sleep(member, { changed, leftMs, gone });
      } finally {
        forget();
      }
    }
  }

  /** @throws integration-bus.LEASE_UNKNOWN */
  async giveBack(member: string, leaseId: string): Promise<void> {
    const [left, told] = [await this.held.giveBack(member, leaseId), await this.answers.told(member, leaseId)];
    if (left + told === 0) throw busErrors.LEASE_UNKNOWN({ leaseId, member });
  }

  /** The puller left before it had its answer: the next one has all of it at once. If that fails, the lease ends by itself. */
  async unread(member: string, leasing: Promise<Lease>): Promise<void> {
    try {
      const { leaseId, messages } = await leasing;
      if (messages.length === 0) return;
      await this.answers.giveBack(member, leaseId);
      await this.held.giveBack(member, leaseId);
    } catch (error) {
      this.logger.warn({ member, error: String(error), msg: 'a lease that nobody read ends at its time' });
    }
  }

  /** Nothing for a puller that has left while others were served. */
  private async take(member: string, { max, leaseSeconds }: LeaseMessagesRequest, gone: AbortSignal): Promise<Lease> {
    const leaseId = newId(this.clock);
    const until = new Date(this.clock.now().getTime() + leaseSeconds * 1_000);
    if (gone.aborted) return { leaseId, until, messages: [] };
    const rows = await this.held.take({ recipient: member, max, leaseId, until, by: 'lease' });
    const told = await this.answers.lease(member, { leaseId, until });
    const messages = [...told, ...rows.map(recordOf)].map(({ headers, value }) => structuredText(headers, value));
    return { leaseId, until, messages };
  }

  /** Until something changes, a lease of another puller ends, or the wait is over. */
  private async sleep(
    member: string,
    { changed, leftMs, gone }: { readonly changed: Promise<void>; readonly leftMs: number; readonly gone: AbortSignal },
  ): Promise<void> {
    const dues = await Promise.all([this.held.nextDue(member), this.answers.nextDue(member)]);
    const now = this.clock.now().getTime();
    const dueMs = dues.flatMap((due) => (due ? [Math.max(1, due.getTime() - now)] : []));
    const over = new AbortController();
    const stop = (): void => over.abort();
    gone.addEventListener('abort', stop, { once: true });
    const sleepMs = Math.min(leftMs, ...dueMs, LONGEST_SLEEP_MS);
    const slept = delay(sleepMs, undefined, { signal: over.signal }).catch(() => undefined);
    await Promise.race([changed, slept]);
    stop();
    gone.removeEventListener('abort', stop);
  }

  private inTurn<T>(member: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(member) ?? Promise.resolve()).then(work, work);
    const ended = turn.catch(() => undefined);
    this.turns.set(member, ended);
    void ended.then(() => {
      if (this.turns.get(member) === ended) this.turns.delete(member);
    });
    return turn;
  }
}

/** The answer to a puller; the messages stand in it as they are. */
export function leaseText({ leaseId, until, messages }: Lease): string {
  const head = JSON.stringify({ leaseId, until: instantText(until) });
  return `${head.slice(0, -1)},"messages":[${messages.join(',')}]}`;
}
