import { hostEntities, ServiceConfig, type ServiceDefinition } from '@lienthong/service-host';
import { migrations } from './migrations';
import { ResidenceModule } from './residence.module';

export const residenceService: ServiceDefinition = {
  member: 'residence',
  title: 'Liên Thông – công an, quản lý cư trú (police, residence register)',
  module: ResidenceModule,
  config: ServiceConfig,
  entities: hostEntities,
  migrations,
};
