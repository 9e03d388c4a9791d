import { MessageFailureEntity } from '@lienthong/messaging';
import { DeskTaskEntity, hostEntities, NumberSeries, type ServiceDefinition, Timer } from '@lienthong/service-host';
import { desk } from './desk.data';
import { RegisterBookEntity } from './books/register-book.entity';
import { RegisterYearEntity } from './books/register-year.entity';
import { CivilChainEntity } from './chains/civil-chain.entity';
import { steps } from './chains/steps.data';
import { CivilStatusConfig } from './civil-status.config';
import { CivilStatusModule } from './civil-status.module';
import { migrations } from './migrations';
import { NumberAllocationEntity } from './population/number-allocation.entity';
import { PopulationNumberEntity } from './population/population-number.entity';
import { ActClaimEntity } from './registers/act-claim.entity';
import { RegisterEntryEntity } from './registers/register-entry.entity';

export const civilStatusService: ServiceDefinition = {
  member: 'civil-status',
  title: 'Liên Thông – tư pháp, hộ tịch (civil registrars)',
  module: CivilStatusModule,
  config: CivilStatusConfig,
  entities: [
    ...hostEntities,
    NumberSeries,
    Timer,
    ActClaimEntity,
    CivilChainEntity,
    DeskTaskEntity,
    MessageFailureEntity,
    NumberAllocationEntity,
    PopulationNumberEntity,
    RegisterBookEntity,
    RegisterEntryEntity,
    RegisterYearEntity,
  ],
  migrations,
  steps: { [steps.check]: 'automatic-when-clean', [steps.register]: 'manual' },
  desk,
  tasksOf: ['registrar', 'civil-leader', 'agency-leader'],
};
