import { hostEntities, ServiceConfig, type ServiceDefinition } from '@lienthong/service-host';
import { CivilStatusModule } from './civil-status.module';
import { migrations } from './migrations';

export const civilStatusService: ServiceDefinition = {
  member: 'civil-status',
  title: 'Liên Thông – tư pháp, hộ tịch (civil registrars)',
  module: CivilStatusModule,
  config: ServiceConfig,
  entities: hostEntities,
  migrations,
};
