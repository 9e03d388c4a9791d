import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { AppError } from '@lienthong/kernel';
import { fullJitter, type WireRecord } from '@lienthong/messaging';
import { faultOf } from '@lienthong/persistence';
import { Exchange } from '../exchange/exchange';
import { IntegrationBusConfig } from '../integration-bus.config';
import { busErrors } from '../integration-bus.errors';
import { CurrentRegistry } from '../members/current-registry';
import type { HttpEvent } from './event-media.rules';
import { httpTopicOf } from './http-topic';
import { PriorAnswers } from './prior-answers';
import { placeKey, type Submitted, submittedOf } from './submitted.rules';

interface Waiting {
  readonly member: string;
  readonly record: WireRecord;
  readonly resolve: (submitted: Submitted) => void;
  readonly reject: (error: unknown) => void;
}

const MOST_WAITING = 2_000;
const NO_PARTITION = -1;
const RETRY = { firstMs: 10, longestMs: 500 };

/**
 * Messages that members submit by HTTP. They take the way of all others through the exchange: whatever came in while one
 * transaction ran shares the next one; each is answered after its commit.
 */
@Injectable()
export class Submissions {
  private waiting: Waiting[] = [];
  private isRunning = false;
  private count = 0;

  constructor(
    private readonly exchange: Exchange,
    private readonly prior: PriorAnswers,
    private readonly registry: CurrentRegistry,
    private readonly config: IntegrationBusConfig,
  ) {}

  /** Throws integration-bus.SUBMISSIONS_FULL, NUMBER_WAITS, and what is transient for longer than `submitWithinMs`. */
  submit(member: string, event: HttpEvent): Promise<Submitted> {
    if (this.waiting.length >= MOST_WAITING) throw busErrors.SUBMISSIONS_FULL();
    const record = this.recordOf(member, event);
    const answer = new Promise<Submitted>((resolve, reject) => this.waiting.push({ member, record, resolve, reject }));
    if (!this.isRunning) {
      this.isRunning = true;
      setImmediate(() => void this.drain());
    }
    return answer;
  }

  private recordOf(member: string, { headers, value }: HttpEvent): WireRecord {
    this.count += 1;
    const place = { topic: httpTopicOf(member), partition: NO_PARTITION, offset: String(this.count) };
    return { ...place, key: headers.ce_partitionkey ?? null, headers, value };
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const taken = this.waiting.slice(0, this.config.maxBatch);
      this.waiting = this.waiting.slice(taken.length);
      try {
        const answers = await this.answersTo(taken.map(({ record }) => record));
        taken.forEach(({ member, resolve, reject }, i) => {
          const answer = answers[i];
          if (answer) resolve(answer);
          else reject(this.unanswered(member));
        });
      } catch (error) {
        for (const { reject } of taken) reject(error);
      }
    }
    this.isRunning = false;
  }

  /** Nobody else is held up by what was neither taken nor refused. */
  private unanswered(sender: string): AppError {
    const isActive = this.registry.now.member(sender)?.state === 'active';
    return isActive ? busErrors.NUMBER_WAITS() : busErrors.MEMBER_SUSPENDED({ sender });
  }

  private async answersTo(records: readonly WireRecord[]): Promise<(Submitted | undefined)[]> {
    const answers = submittedOf(await this.judged(records));
    const found = records.map((record) => answers.get(placeKey(record)));
    const repeated = found.flatMap((one) => (one?.outcome === 'repeated' ? [one.submission] : []));
    const prior = await this.prior.of(repeated);
    return found.map((one) => (one?.outcome === 'repeated' ? prior[repeated.indexOf(one.submission)] : one));
  }

  /** What is transient is tried again for a while: nothing of it was committed. */
  private async judged(records: readonly WireRecord[]): ReturnType<Exchange['judge']> {
    const until = performance.now() + this.config.submitWithinMs;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.exchange.judge(records, attempt);
      } catch (error) {
        if (faultOf(error) === undefined || performance.now() >= until) throw error;
        await delay(fullJitter(attempt, RETRY));
      }
    }
  }
}
