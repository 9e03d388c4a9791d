import { Injectable } from '@nestjs/common';
import { Metrics } from '@lienthong/service-host';
import { Counter, Histogram } from 'prom-client';
import { type Backlog, BusBacklog, type OpenDepth } from './bus-backlog';
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
  private readonly askedAgain: Counter;
  private readonly batchSize: Histogram;

  constructor(metrics: Metrics, backlog: BusBacklog) {
    const registers = [metrics.registry];
    exportBacklog(metrics, backlog);
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
    this.askedAgain = new Counter({
      name: 'lienthong_bus_deliveries_asked_again_total',
      help: 'Deliveries produced again since their recipient misses them',
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
    this.acknowledged.inc(batch.acknowledged);
    this.askedAgain.inc(batch.reopened);
    this.batchSize.observe(batch.verdicts.length + batch.unverifiable.length);
  }
}

/** What waits, read at each scrape; without the database the gauges keep quiet. */
function exportBacklog(metrics: Metrics, backlog: BusBacklog): void {
  const byState = (name: string, help: string, value: (depth: OpenDepth) => number): void =>
    metrics.gauge(
      name,
      help,
      async () =>
        ((await backlog.current())?.open ?? []).map((depth) => ({
          labels: { recipient: depth.recipient, state: depth.state },
          value: value(depth),
        })),
      ['recipient', 'state'],
    );
  const one = (name: string, help: string, value: (all: Backlog) => number): void =>
    metrics.gauge(name, help, async () => {
      const all = await backlog.current();
      return all ? [{ value: value(all) }] : [];
    });
  byState('lienthong_bus_open_deliveries', 'Deliveries without a last word', (d) => d.deliveries);
  byState('lienthong_bus_open_deliveries_oldest_seconds', 'Age of the oldest of them', (d) => d.oldestSeconds);
  one('lienthong_bus_gaps', 'Streams of senders that wait for a number that has not come', (all) => all.gaps);
  one('lienthong_bus_gap_oldest_seconds', 'Since when the oldest gap stands', (all) => all.oldestGapSeconds);
  one('lienthong_bus_stashed_messages', 'Messages that wait behind a gap', (all) => all.stashed);
}
