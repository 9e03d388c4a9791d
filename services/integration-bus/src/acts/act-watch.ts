import { Injectable, Logger } from '@nestjs/common';
import { Clock, instantText } from '@lienthong/kernel';
import { cachedQuery } from '@lienthong/messaging';
import { Database } from '@lienthong/persistence';
import { type BackgroundPart, Metrics, type ProbeResult, TimedWork } from '@lienthong/service-host';
import { IntegrationBusConfig } from '../integration-bus.config';
import { appendLog } from '../log/append-log';
import { actEntry } from './act-entry';
import { CLAIM_OVERDUE, COUNT_WAITING } from './act.sql';

const DAY_MS = 86_400_000;

interface OverdueRow {
  id: string;
  kind: string;
  asked_by: string;
  asked_at: Date;
  state: string;
}

interface Waiting {
  proposed: number;
  unconfirmed: number;
  overdue: number;
}

/** Raises an alarm once a day for each restricting act that nobody confirmed in time: a line, an entry of the log, a figure. */
@Injectable()
export class ActWatch implements BackgroundPart {
  readonly name = 'acts';
  private readonly logger = new Logger(ActWatch.name);
  private readonly timed: TimedWork;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    config: IntegrationBusConfig,
    metrics: Metrics,
  ) {
    this.timed = new TimedWork({
      name: this.name,
      everyMs: config.actsWatchedEveryMs,
      onFailure: (error) => this.logger.warn({ error: String(error), msg: 'unconfirmed acts could not be looked for' }),
      work: async () => {
        await this.look();
        return {};
      },
    });
    this.export(metrics);
  }

  start(): Promise<void> {
    return this.timed.start();
  }

  stop(): Promise<void> {
    return this.timed.stop();
  }

  health(): ProbeResult {
    return this.timed.health();
  }

  private async look(): Promise<void> {
    const now = this.clock.now();
    const overdue = await this.database.transaction(async (client) => {
      const { rows } = await client.query<OverdueRow>(CLAIM_OVERDUE, [now, new Date(now.getTime() - DAY_MS)]);
      const entries = rows.map(({ id, kind }) => actEntry(this.clock, { step: 'unconfirmed', act: { id, kind } }));
      if (entries.length > 0) await appendLog(client, entries);
      return rows;
    });
    for (const { id, kind, asked_by: by, asked_at: at, state } of overdue) {
      const facts = { alarm: true, act: id, kind, by, since: instantText(at), state };
      this.logger.error({ ...facts, msg: 'a restricting act was not confirmed by a second person' });
    }
  }

  private export(metrics: Metrics): void {
    const counts = cachedQuery(this.database, async (client) => {
      const { rows } = await client.query<Waiting>(COUNT_WAITING, [this.clock.now()]);
      return rows[0];
    });
    const gauge = (name: string, help: string, value: (waiting: Waiting) => number): void =>
      metrics.gauge(name, help, async () => {
        const waiting = await counts();
        return waiting ? [{ value: value(waiting) }] : [];
      });
    gauge('lienthong_bus_acts_proposed', 'Permitting acts that wait for a second person', (w) => w.proposed);
    gauge('lienthong_bus_acts_unconfirmed', 'Restricting acts in force by one person', (w) => w.unconfirmed);
    gauge('lienthong_bus_acts_overdue', 'Restricting acts that nobody confirmed in 24 hours', (w) => w.overdue);
  }
}
