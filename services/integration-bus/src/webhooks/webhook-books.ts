import { Injectable } from '@nestjs/common';
import { TakenDeliveries } from './taken-deliveries';
import { WebhookBreakers } from './webhook-breakers';

/** What the database knows of webhooks, for all instances of the bus: what they took, and whether they work. */
@Injectable()
export class WebhookBooks {
  constructor(
    readonly taken: TakenDeliveries,
    readonly breakers: WebhookBreakers,
  ) {}
}
