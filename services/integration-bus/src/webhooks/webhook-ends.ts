import { Injectable } from '@nestjs/common';
import { HeldWakeUps } from '../deliveries/held/held-wake-ups';
import { WebhookAnswers } from './webhook-answers';
import { WebhookBooks } from './webhook-books';
import { WebhookClient } from './webhook-client';
import { WebhookMetrics } from './webhook-metrics';

/** What deliveries to webhooks need of others. */
@Injectable()
export class WebhookEnds {
  constructor(
    readonly books: WebhookBooks,
    readonly client: WebhookClient,
    readonly answers: WebhookAnswers,
    readonly wakeUps: HeldWakeUps,
    readonly metrics: WebhookMetrics,
  ) {}
}
