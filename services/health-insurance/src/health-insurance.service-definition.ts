import { hostEntities, ServiceConfig, type ServiceDefinition } from '@lienthong/service-host';
import { migrations } from './migrations';
import { HealthInsuranceModule } from './health-insurance.module';

export const healthInsuranceService: ServiceDefinition = {
  member: 'health-insurance',
  title: 'Liên Thông – bảo hiểm xã hội (social and health insurance)',
  module: HealthInsuranceModule,
  config: ServiceConfig,
  entities: hostEntities,
  migrations,
};
