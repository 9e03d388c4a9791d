import { hostEntities, NumberSeries, type ServiceDefinition } from '@lienthong/service-host';
import { desk } from './desk.data';
import { AllowanceQuestionRow, FuneralAllowanceRow } from './allowances/allowance.entities';
import { BenefitsStopRow } from './benefits/benefits-stop.entity';
import { CardRequestRow } from './cards/card-request.entity';
import { HealthCardRow } from './cards/health-card.entity';
import { HealthInsuranceConfig } from './health-insurance.config';
import { HealthInsuranceModule } from './health-insurance.module';
import { InsuredPersonRow } from './insured/insured-person.entity';
import { migrations } from './migrations';

export const healthInsuranceService: ServiceDefinition = {
  member: 'health-insurance',
  title: 'Liên Thông – bảo hiểm xã hội (social and health insurance)',
  module: HealthInsuranceModule,
  config: HealthInsuranceConfig,
  entities: [
    ...hostEntities,
    NumberSeries,
    CardRequestRow,
    HealthCardRow,
    InsuredPersonRow,
    BenefitsStopRow,
    AllowanceQuestionRow,
    FuneralAllowanceRow,
  ],
  migrations,
  steps: {
    issue: 'automatic-when-clean',
    'stop-benefits': 'automatic-when-clean',
    'tell-allowance': 'automatic-when-clean',
  },
  desk,
};
