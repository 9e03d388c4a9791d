import { hostEntities, type ServiceDefinition } from '@lienthong/service-host';
import { BUS_MEMBER } from './bus-address';
import { IntegrationBusConfig } from './integration-bus.config';
import { IntegrationBusModule } from './integration-bus.module';
import { loadRegistry } from './members/load-registry';
import { migrations } from './migrations';

export const integrationBusService: ServiceDefinition = {
  member: BUS_MEMBER,
  title: 'Integration bus (trục liên thông)',
  module: IntegrationBusModule,
  config: IntegrationBusConfig,
  entities: hostEntities,
  migrations,
  messaging: false,
  afterMigrations: loadRegistry,
};
