import { Injectable } from '@nestjs/common';
import { Metrics } from '@lienthong/service-host';
import { Counter } from 'prom-client';

/** How webhooks answer, and what they cost. */
@Injectable()
export class WebhookMetrics {
  private readonly tries: Counter<'recipient' | 'outcome'>;
  private readonly busy: Counter<'recipient'>;

  constructor(metrics: Metrics) {
    const registers = [metrics.registry];
    this.tries = new Counter({
      name: 'lienthong_bus_webhook_tries_total',
      help: 'Posts to webhooks, by recipient and outcome',
      labelNames: ['recipient', 'outcome'],
      registers,
    });
    this.busy = new Counter({
      name: 'lienthong_bus_webhook_busy_seconds_total',
      help: 'Time of database connections that webhooks took, by recipient',
      labelNames: ['recipient'],
      registers,
    });
  }

  tried(recipient: string, outcome: 'taken' | 'failed'): void {
    this.tries.inc({ recipient, outcome });
  }

  /** Time of a database connection. */
  spent(recipient: string, ms: number): void {
    this.busy.inc({ recipient }, ms / 1_000);
  }
}
