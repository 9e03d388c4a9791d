import { hostEntities, NumberSeries, ServiceConfig, type ServiceDefinition } from '@lienthong/service-host';
import { desk } from './desk.data';
import { ClaimRow } from './claims/claim.entity';
import { FuneralSupportRow } from './claims/funeral-support.entity';
import { migrations } from './migrations';
import { SocialProtectionModule } from './social-protection.module';

export const socialProtectionService: ServiceDefinition = {
  member: 'social-protection',
  title: 'Liên Thông – bảo trợ xã hội (social protection)',
  module: SocialProtectionModule,
  config: ServiceConfig,
  entities: [...hostEntities, NumberSeries, ClaimRow, FuneralSupportRow],
  migrations,
  steps: { assess: 'automatic-when-clean', decide: 'manual' },
  desk,
};
