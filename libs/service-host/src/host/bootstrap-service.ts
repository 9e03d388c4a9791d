import 'reflect-metadata';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Database } from '@lienthong/persistence';
import { Logger, PinoLogger } from 'nestjs-pino';
import { environment } from '../config/environment.config';
import { ConfigError, loadConfig } from '../config/load-config';
import type { ServiceConfig } from '../config/service.config';
import { BackgroundParts } from '../health/background-parts';
import { IdempotencyRetention } from '../idempotency/idempotency-retention';
import type { ServiceDefinition } from '../service-definition';
import { configureBoth, configureHttp } from './configure-http';
import { stopHttp, stopOnSignal } from './graceful-stop';
import { connectMessaging, messagingModule } from './member-messaging';
import { ServiceHostModule } from './service-host.module';
import { PartsStarter } from './start-parts';

const WRONG_SETTINGS = 2;
const FAILED = 1;

/** A service that listens; `stop` ends it in order: HTTP, consumer, relay, database. */
export interface RunningService {
  readonly app: NestExpressApplication;
  readonly port: number;
  /** Resolves when the database is connected and every part has started. */
  readonly started: Promise<void>;
  stop(): Promise<void>;
}

/** Runs a service as a process until a signal: code 0 stopped, 1 failed, 2 wrong settings (every fault on stderr). */
export async function bootstrapService(definition: ServiceDefinition): Promise<void> {
  try {
    const config = loadConfig(definition.config, definition.member, environment());
    const service = await startService(definition, config);
    stopOnSignal(() => service.stop());
    process.send?.({ ready: true, port: service.port });
    await service.started;
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack ?? error)}\n`);
    process.exit(error instanceof ConfigError ? WRONG_SETTINGS : FAILED);
  }
}

/** Starts a service in this process: HTTP listens when it resolves, database and broker are joined in the background. */
export async function startService(definition: ServiceDefinition, config: ServiceConfig): Promise<RunningService> {
  const app = await createServiceApp(definition, config);
  const logger = await app.resolve(PinoLogger);
  const retention = app.get(IdempotencyRetention);
  const parts = new PartsStarter(app.get(Database), app.get(BackgroundParts), logger);
  await app.listen(config.port);
  const server = app.getHttpServer();
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  logger.info({ port }, `${config.member} listens`);
  await app.startAllMicroservices();
  return {
    app,
    port,
    started: parts.start().then(() => retention.start()),
    stop: async () => {
      await stopHttp(server, config.stopGraceMs);
      retention.stop();
      await parts.stop();
      await app.close();
    },
  };
}

/** The Nest application of a service, configured and not yet listening. */
export async function createServiceApp(
  definition: ServiceDefinition,
  config: ServiceConfig,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(rootModule(definition, config), {
    bufferLogs: true,
    bodyParser: false,
    forceCloseConnections: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  configureBoth(app);
  if (definition.messaging !== false) connectMessaging(app, config);
  configureHttp(app, definition);
  return app;
}

function rootModule(definition: ServiceDefinition, config: ServiceConfig): Type {
  const messaging = definition.messaging === false ? [] : [messagingModule(config)];

  @Module({ imports: [ServiceHostModule.forService(definition, config), ...messaging, definition.module] })
  class RootModule {}

  return RootModule;
}
