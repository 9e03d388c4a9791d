import { hostEntities, type ServiceDefinition } from '@lienthong/service-host';
import { BUS_MEMBER } from './bus-address';
import { IntegrationBusConfig } from './integration-bus.config';
import { IntegrationBusModule } from './integration-bus.module';
import { loadRegistry } from './members/load-registry';
import { migrations } from './migrations';

/** A payload of 256 KiB in base64 with its attributes around it. */
const SUBMIT_LIMIT_BYTES = 384 * 1_024;
/** A line of 1 Mbps brings that in four seconds. */
const SUBMIT_WITHIN_MS = 20_000;

export const integrationBusService: ServiceDefinition = {
  member: BUS_MEMBER,
  title: 'Integration bus (trục liên thông)',
  module: IntegrationBusModule,
  config: IntegrationBusConfig,
  entities: hostEntities,
  migrations,
  messaging: false,
  afterMigrations: loadRegistry,
  rawBody: { path: '/messages', limitBytes: SUBMIT_LIMIT_BYTES, withinMs: SUBMIT_WITHIN_MS },
};
