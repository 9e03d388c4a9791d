import { Module } from '@nestjs/common';
import { NumberBooks } from '@lienthong/service-host';
import { AllowanceController } from './allowances/allowance.controller';
import { FuneralAllowanceAskedHandler } from './allowances/funeral-allowance-asked.handler';
import { FuneralAllowances } from './allowances/funeral-allowances';
import { BenefitsStopController } from './benefits/benefits-stop.controller';
import { BenefitsStopRequestedHandler } from './benefits/benefits-stop-requested.handler';
import { StopBenefits } from './benefits/stop-benefits';
import { CardNumbers } from './cards/card-numbers';
import { CardRequestController } from './cards/card-request.controller';
import { DecideCard } from './cards/decide-card';
import { HealthCardRequestedHandler } from './cards/health-card-requested.handler';
import { PapersForwardedHandler } from './cards/papers-forwarded.handler';
import { SupplementDeadlines } from './cards/supplement-deadlines';
import { BirthCorrectedHandler } from './chain/birth-corrected.handler';
import { BranchStoppedHandler } from './chain/branch-stopped.handler';
import { DeathRevokedHandler } from './chain/death-revoked.handler';
import { HealthInsuranceTimers } from './health-insurance-timers';
import { InsuredPersonController } from './insured/insured-person.controller';

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
  providers: [
    NumberBooks,
    CardNumbers,
    DecideCard,
    SupplementDeadlines,
    StopBenefits,
    FuneralAllowances,
    HealthInsuranceTimers,
  ],
})
export class HealthInsuranceModule {}
