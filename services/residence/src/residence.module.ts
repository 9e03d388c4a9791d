import { Module } from '@nestjs/common';
import { NumberBooks, officerDesk, supplementDeadlines } from '@lienthong/service-host';
import { atHome } from './act';
import { BirthCorrectedHandler } from './chain/birth-corrected.handler';
import { BranchStoppedHandler } from './chain/branch-stopped.handler';
import { DeathRevokedHandler } from './chain/death-revoked.handler';
import { DeregistrationController } from './deregistrations/deregistration.controller';
import { EndResidence } from './deregistrations/end-residence';
import { LocalNationalResidence, NationalResidenceGateway } from './deregistrations/national-residence.gateway';
import { ProvinceAnswers } from './deregistrations/province-answers';
import { ResidenceDeregistrationRequestedHandler } from './deregistrations/residence-deregistration-requested.handler';
import { GiveOpinionController } from './opinions/give-opinion.controller';
import { OpinionAskedHandler } from './opinions/opinion-asked.handler';
import { DecideRegistration } from './registrations/decide-registration';
import { PapersForwardedHandler } from './registrations/papers-forwarded.handler';
import { RegistrationRow } from './registrations/registration.entity';
import { RegistrationController } from './registrations/registration.controller';
import { ResidenceRequestedHandler } from './registrations/residence-requested.handler';
import { ResidentController } from './residents/resident.controller';
import { ResidenceTimers } from './residence-timers';
import { ResidenceConfig } from './residence.config';

const supplements = supplementDeadlines({
  row: RegistrationRow,
  table: 'registration',
  atHome,
  decisions: DecideRegistration,
  config: ResidenceConfig,
});

@Module({
  controllers: [
    ResidentController,
    RegistrationController,
    DeregistrationController,
    GiveOpinionController,
    ResidenceRequestedHandler,
    PapersForwardedHandler,
    ResidenceDeregistrationRequestedHandler,
    OpinionAskedHandler,
    BranchStoppedHandler,
    BirthCorrectedHandler,
    DeathRevokedHandler,
  ],
  providers: [
    NumberBooks,
    officerDesk(atHome),
    DecideRegistration,
    supplements,
    EndResidence,
    ProvinceAnswers,
    ResidenceTimers,
    { provide: NationalResidenceGateway, useClass: LocalNationalResidence },
  ],
})
export class ResidenceModule {}
