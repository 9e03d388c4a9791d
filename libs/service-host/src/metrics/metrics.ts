import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { ServiceConfig } from '../config/service.config';
import { BackgroundParts } from '../health/background-parts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** One figure of a metric. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reads the figures of a metric; none when they cannot be known now. */
export type ReadSamples = () => readonly Sample[] | Promise<readonly Sample[]>;

/** Metrics of one service in one registry of its own; services add theirs to `registry`. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;

  constructor(config: ServiceConfig, unitOfWork: UnitOfWork, parts: BackgroundParts) {
    this.registry.setDefaultLabels({ service: config.member });
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'lienthong_http_request_seconds',
      help: 'Time of HTTP requests by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers: [this.registry],
    });
    this.exportCounters(unitOfWork);
    this.exportReadiness(parts);
  }

  /** Express middleware that times every request by its route pattern, never by its path. */
  observe(): (request: Request, response: Response, next: NextFunction) => void {
    return (request, response, next) => {
      const end = this.requests.startTimer({ method: request.method });
      response.once('finish', () => {
        const route = (request.route as { path?: string } | undefined)?.path ?? 'none';
        end({ route, status: String(response.statusCode) });
      });
      next();
    };
  }

  private exportCounters({ counters }: UnitOfWork): void {
    this.count(
      'lienthong_undeclared_reads_total',
      'Aggregates read that no handler declared',
      () => counters.undeclaredReads,
    );
    this.count(
      'lienthong_retried_transactions_total',
      'Transactions repeated after a conflict',
      () => counters.retriedTransactions,
    );
  }

  /** Exports a counter that is kept elsewhere; `name` ends in `_total`. */
  count(name: string, help: string, value: () => number, labels: Readonly<Record<string, string>> = {}): void {
    const counter: Counter = new Counter({
      name,
      help,
      labelNames: Object.keys(labels),
      registers: [this.registry],
      collect: () => {
        counter.reset();
        counter.inc(labels, value());
      },
    });
  }

  /** Exports figures that are read at each scrape, with these labels; without samples the metric keeps quiet. */
  gauge(name: string, help: string, read: ReadSamples, labelNames: readonly string[] = []): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      collect: async () => {
        const samples = await read();
        gauge.reset();
        if (labelNames.length === 0) gauge.remove();
        for (const { labels = {}, value } of samples) gauge.set(labels, value);
      },
    });
  }

  private exportReadiness(parts: BackgroundParts): void {
    const gauge: Gauge<'part'> = new Gauge({
      name: 'lienthong_ready',
      help: '1 when the part is ready, by part',
      labelNames: ['part'],
      registers: [this.registry],
      collect: async () => {
        for (const [part, { ready }] of Object.entries(await parts.probes())) gauge.set({ part }, ready ? 1 : 0);
      },
    });
  }
}
