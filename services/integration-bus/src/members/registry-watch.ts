import { Injectable, Logger } from '@nestjs/common';
import { connectionTypes, Database, PreparingClient, SESSION_OPTIONS, watchedSockets } from '@lienthong/persistence';
import { type BackgroundPart, type ProbeResult, TimedWork } from '@lienthong/service-host';
import type { Client } from 'pg';
import { BUS_MEMBER } from '../bus-address';
import { IntegrationBusConfig } from '../integration-bus.config';
import { CurrentRegistry } from './current-registry';
import { REGISTRY_CHANNEL } from './write-registry';

const ANSWER_MS = 5_000;

/**
 * Has the registry read again as soon as an act changed it, whichever instance did the act: by NOTIFY on a connection of its
 * own, and by its version every 2 s, so that a lost word or a dead connection costs no more than that.
 */
@Injectable()
export class RegistryWatch implements BackgroundPart {
  readonly name = 'registry-watch';
  private readonly logger = new Logger(RegistryWatch.name);
  private readonly timed: TimedWork;
  private listener?: Client;

  constructor(
    private readonly registry: CurrentRegistry,
    private readonly database: Database,
    config: IntegrationBusConfig,
  ) {
    this.timed = new TimedWork({
      name: this.name,
      everyMs: config.registryWatchedEveryMs,
      onFailure: (error) => this.logger.warn({ error: String(error), msg: 'the registry could not be looked at' }),
      work: async () => {
        await this.registry.refreshIfChanged();
        if (!this.listener) await this.listen();
        return {};
      },
    });
  }

  start(): Promise<void> {
    return this.timed.start();
  }

  async stop(): Promise<void> {
    await this.timed.stop();
    const listener = this.listener;
    this.listener = undefined;
    await listener?.end().catch(() => undefined);
  }

  health(): ProbeResult {
    return this.timed.health();
  }

  private async listen(): Promise<void> {
    const client = new PreparingClient({
      connectionString: this.database.options.url,
      application_name: `${BUS_MEMBER}:registry`,
      types: connectionTypes,
      options: SESSION_OPTIONS,
      stream: watchedSockets(ANSWER_MS),
      connectionTimeoutMillis: ANSWER_MS,
      keepAlive: true,
    });
    const lost = (): void => {
      if (client === this.listener) this.listener = undefined;
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', () => this.timed.wakeIn(0));
    await client.connect();
    await client.query(`listen ${REGISTRY_CHANNEL}`);
    this.listener = client;
  }
}
