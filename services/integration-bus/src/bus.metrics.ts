import { Injectable } from '@nestjs/common';
import { Metrics } from '@lienthong/service-host';
import { Counter, Histogram } from 'prom-client';
import type { ExchangedBatch } from './exchange/exchange-transaction';

const BATCH_SIZES = [1, 2, 5, 10, 25, 50, 100, 250, 500];

/** What passes through the bus. */
@Injectable()
export class BusMetrics {
  private readonly accepted: Counter<'type'>;
  private readonly rejected: Counter<'code'>;
  private readonly securityEvents: Counter<'code'>;
  private readonly repeated: Counter;
  private readonly delivered: Counter<'recipient'>;
  private readonly acknowledged: Counter;
  private readonly batchSize: Histogram;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.accepted = new Counter({
      name: 'lienthong_bus_accepted_total',
      help: 'Messages accepted, by type',
      labelNames: ['type'],
      registers,
    });
    this.rejected = new Counter({
      name: 'lienthong_bus_rejected_total',
      help: 'Messages rejected, by code',
      labelNames: ['code'],
      registers,
    });
    this.securityEvents = new Counter({
      name: 'lienthong_bus_security_events_total',
      help: 'Records that nobody can be held to be the sender of, by code',
      labelNames: ['code'],
      registers,
    });
    this.repeated = new Counter({
      name: 'lienthong_bus_repeated_total',
      help: 'Messages that came again and were answered as before',
      registers,
    });
    this.delivered = new Counter({
      name: 'lienthong_bus_deliveries_total',
      help: 'Deliveries made, by recipient',
      labelNames: ['recipient'],
      registers,
    });
    this.acknowledged = new Counter({
      name: 'lienthong_bus_acknowledged_total',
      help: 'Deliveries answered by their recipient',
      registers,
    });
    this.batchSize = new Histogram({
      name: 'lienthong_bus_batch_size',
      help: 'Messages of one transaction',
      buckets: BATCH_SIZES,
      registers,
    });
  }

  observe(batch: ExchangedBatch): void {
    for (const { outcome, submission } of batch.verdicts) {
      if (outcome === 'accepted') this.accepted.inc({ type: submission.envelope.attributes.type });
      if (outcome === 'repeated' || outcome === 'repeated-rejection') this.repeated.inc();
    }
    for (const { code } of batch.plan.rejections) this.rejected.inc({ code });
    for (const { fault } of batch.unverifiable) this.securityEvents.inc({ code: fault.code });
    for (const { recipient } of batch.deliveries) this.delivered.inc({ recipient });
    this.acknowledged.inc(batch.written.acknowledged);
    this.batchSize.observe(batch.verdicts.length + batch.unverifiable.length);
  }
}
