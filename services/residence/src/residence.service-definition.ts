import { hostEntities, NumberSeries, type ServiceDefinition } from '@lienthong/service-host';
import { desk } from './desk.data';
import { DeregistrationRow } from './deregistrations/deregistration.entity';
import { migrations } from './migrations';
import { OpinionRow } from './opinions/opinion.entity';
import { RegistrationRow } from './registrations/registration.entity';
import { ResidentRow } from './residents/resident.entity';
import { ResidenceConfig } from './residence.config';
import { ResidenceModule } from './residence.module';

export const residenceService: ServiceDefinition = {
  member: 'residence',
  title: 'Liên Thông – công an, quản lý cư trú (police, residence register)',
  module: ResidenceModule,
  config: ResidenceConfig,
  entities: [...hostEntities, NumberSeries, RegistrationRow, DeregistrationRow, OpinionRow, ResidentRow],
  migrations,
  steps: { register: 'manual', deregister: 'automatic-when-clean' },
  desk,
};
