import { Injectable, Logger } from '@nestjs/common';
import { Clock, isAppError, newId } from '@lienthong/kernel';
import { HeldAnswers } from '../exchange/held-answers';
import { eventOf } from '../http-members/event-media.rules';
import { Submissions } from '../http-members/submissions';
import { IntegrationBusConfig } from '../integration-bus.config';
import { busErrors } from '../integration-bus.errors';
import { MemberQuotas } from '../quotas/member-quotas';
import { costOfMessage } from '../quotas/quota.rules';
import type { WebhookAnswer } from './webhook-client';
import { WebhookFailure } from './webhook-failure';
import type { WebhookPost } from './webhook-post';

/** For how many posts in a row words are nobody else's. */
const LEASED_FOR = 16;

/** What webhooks say with their answers, and what they are told beside deliveries. */
@Injectable()
export class WebhookAnswers {
  private readonly logger = new Logger('webhooks');

  constructor(
    private readonly submissions: Submissions,
    private readonly held: HeldAnswers,
    private readonly quotas: MemberQuotas,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
  ) {}

  /** An event in the answer is a message of the member, mostly its acknowledgement; it is signed like all others. */
  async take(member: string, { headers, body }: WebhookAnswer): Promise<void> {
    const isEvent =
      headers['ce-specversion'] !== undefined || /cloudevents\+json/.test(String(headers['content-type']));
    if (!isEvent || body.length === 0) return;
    try {
      const excess = this.quotas.spend(member, costOfMessage(body.length));
      if (excess) throw busErrors.QUOTA_EXCEEDED({ member, ...excess });
      const submitted = await this.submissions.submit(member, eventOf(headers, body));
      if (submitted.outcome !== 'refused' && submitted.outcome !== 'unverifiable') return;
      const code = submitted.outcome === 'refused' ? submitted.code : submitted.fault.code;
      this.logger.warn({ member, code, msg: 'the event in the answer of a webhook was not taken' });
    } catch (error) {
      const code = isAppError(error) ? error.code : String(error);
      this.logger.warn({ member, code, msg: 'the event in the answer of a webhook was not taken' });
    }
  }

  /**
   * Posts what waits to be told to the member, by one instance of the bus at a time. What it does not take is put off, and holds up nothing
   * where it alone is refused.
   */
  async tell(member: string, webhook: WebhookPost): Promise<void> {
    const leaseId = newId(this.clock);
    const until = new Date(this.clock.now().getTime() + LEASED_FOR * this.config.webhookTimeoutMs);
    const words = await this.held.leaseWords(member, { leaseId, until });
    for (const { record, read } of words) {
      if (this.clock.now() >= until) break;
      const answer = await webhook.post(record);
      if (!(answer instanceof WebhookFailure)) {
        await this.held.forget(member, read);
        continue;
      }
      await this.held.putOff(member, leaseId, read);
      if (answer.blame !== 'message') break;
    }
    if (words.length > 0) await this.held.giveBack(member, leaseId);
  }

  /** When something that was put off is due again. */
  nextDue(member: string): Promise<Date | undefined> {
    return this.held.nextDue(member);
  }
}
