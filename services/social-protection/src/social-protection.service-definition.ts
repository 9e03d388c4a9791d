import { hostEntities, ServiceConfig, type ServiceDefinition } from '@lienthong/service-host';
import { migrations } from './migrations';
import { SocialProtectionModule } from './social-protection.module';

export const socialProtectionService: ServiceDefinition = {
  member: 'social-protection',
  title: 'Liên Thông – bảo trợ xã hội (social protection)',
  module: SocialProtectionModule,
  config: ServiceConfig,
  entities: hostEntities,
  migrations,
};
