import { Logger } from '@nestjs/common';
import type { DeliveryRecord } from '../deliveries/delivery-record';
import { binaryHeaders } from '../http-members/event-media.rules';
import { failureOf } from './answer.rules';
import type { LaneBreaker } from './lane-breaker';
import type { WebhookAnswer, WebhookClient } from './webhook-client';
import { WebhookFailure } from './webhook-failure';

export interface WebhookPostOptions {
  readonly member: string;
  /** Where the member takes its messages now; `undefined` when it does no longer. */
  readonly url: () => string | undefined;
  readonly client: WebhookClient;
  readonly breaker: LaneBreaker;
  readonly now: () => number;
}

/** Posts to one webhook, and lets its breaker know what came of it. */
export class WebhookPost {
  private readonly logger = new Logger('webhooks');

  constructor(private readonly options: WebhookPostOptions) {}

  /** The answer of a webhook that took it, else why it did not. */
  async post(record: DeliveryRecord): Promise<WebhookAnswer | WebhookFailure> {
    const { breaker, member, now } = this.options;
    const wasTry = breaker.state !== 'closed';
    const answer = await this.ask(record);
    const failure = answer instanceof WebhookFailure ? answer : failureOf(answer, now());
    if (!failure) {
      await breaker.worked(wasTry);
      return answer;
    }
    if (!isTryLeftOpen(record, failure, wasTry)) await breaker.failed(failure, streamOf(record));
    const facts = { member, reason: failure.reason, breaker: breaker.state };
    this.logger.warn({ ...facts, msg: 'a webhook did not take a message' });
    return failure;
  }

  private async ask({ headers, value }: DeliveryRecord): Promise<WebhookAnswer | WebhookFailure> {
    const url = this.options.url();
    if (url === undefined) {
      const reason = 'it takes its messages another way, or is suspended';
      return new WebhookFailure(reason, { maybeTaken: false, blame: 'neither' });
    }
    try {
      return await this.options.client.post({ url, headers: binaryHeaders(headers), body: value });
    } catch (error) {
      if (error instanceof WebhookFailure) return error;
      return new WebhookFailure(String(error), { maybeTaken: true, blame: 'webhook' });
    }
  }
}

/** What the bus itself says counts by its type: a word that is refused again and again says as little as a message. */
function streamOf({ headers }: Pick<DeliveryRecord, 'headers'>): string | undefined {
  return isWord({ headers }) ? headers.ce_type : headers.ce_partitionkey;
}

/** A refused word decides no try, for messages may be taken all the same. */
function isTryLeftOpen(record: Pick<DeliveryRecord, 'headers'>, { blame }: WebhookFailure, wasTry: boolean): boolean {
  return wasTry && blame === 'message' && isWord(record);
}

function isWord({ headers }: Pick<DeliveryRecord, 'headers'>): boolean {
  return headers.ce_deliverysequence === undefined;
}
