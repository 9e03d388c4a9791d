import { Injectable } from '@nestjs/common';
import { HeldWakeUps } from '../deliveries/held/held-wake-ups';
import { TakenDeliveries } from './taken-deliveries';
import { WebhookAnswers } from './webhook-answers';
import { WebhookBreakers } from './webhook-breakers';
import { WebhookClient } from './webhook-client';
import { WebhookMetrics } from './webhook-metrics';

/** What deliveries to webhooks need of others. */
@Injectable()
export class WebhookEnds {
  constructor(
    readonly taken: TakenDeliveries,
    readonly breakers: WebhookBreakers,
    readonly client: WebhookClient,
    readonly answers: WebhookAnswers,
    readonly wakeUps: HeldWakeUps,
    readonly metrics: WebhookMetrics,
  ) {}
}
