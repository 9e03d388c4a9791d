import { Module } from '@nestjs/common';
import { NumberBooks, officerDesk, supplementDeadlines } from '@lienthong/service-host';
import { atHome } from './act';
import { AllowanceController } from './allowances/allowance.controller';
import { FuneralAllowanceAskedHandler } from './allowances/funeral-allowance-asked.handler';
import { FuneralAllowances } from './allowances/funeral-allowances';
import { BenefitsStopController } from './benefits/benefits-stop.controller';
import { BenefitsStopRequestedHandler } from './benefits/benefits-stop-requested.handler';
import { StopBenefits } from './benefits/stop-benefits';
import { CardNumbers } from './cards/card-numbers';
import { CardRequestController } from './cards/card-request.controller';
import { CardRequestRow } from './cards/card-request.entity';
import { DecideCard } from './cards/decide-card';
import { HealthCardRequestedHandler } from './cards/health-card-requested.handler';
import { PapersForwardedHandler } from './cards/papers-forwarded.handler';
import { BirthCorrectedHandler } from './chain/birth-corrected.handler';
import { BranchStoppedHandler } from './chain/branch-stopped.handler';
import { DeathRevokedHandler } from './chain/death-revoked.handler';
import { HealthInsuranceConfig } from './health-insurance.config';
import { InsuredPersonController } from './insured/insured-person.controller';

const supplements = supplementDeadlines({
  row: CardRequestRow,
  table: 'card_request',
  atHome,
  decisions: DecideCard,
  config: HealthInsuranceConfig,
});

@Module({
  controllers: [
    InsuredPersonController,
    CardRequestController,
    BenefitsStopController,
    AllowanceController,
    HealthCardRequestedHandler,
    PapersForwardedHandler,
    BenefitsStopRequestedHandler,
    FuneralAllowanceAskedHandler,
    BranchStoppedHandler,
    BirthCorrectedHandler,
    DeathRevokedHandler,
  ],
  providers: [NumberBooks, officerDesk(atHome), CardNumbers, DecideCard, supplements, StopBenefits, FuneralAllowances],
})
export class HealthInsuranceModule {}
