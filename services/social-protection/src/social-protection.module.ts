import { Module } from '@nestjs/common';
import { NumberBooks, officerDesk } from '@lienthong/service-host';
import { atHome } from './act';
import { BranchStoppedHandler } from './chain/branch-stopped.handler';
import { DeathRevokedHandler } from './chain/death-revoked.handler';
import { PapersForwardedHandler } from './chain/papers-forwarded.handler';
import { ClaimController } from './claims/claim.controller';
import { FuneralAllowancePaidHandler } from './claims/funeral-allowance-paid.handler';
import { FuneralAllowanceToldHandler } from './claims/funeral-allowance-told.handler';
import { FuneralSupportRequestedHandler } from './claims/funeral-support-requested.handler';
import { HeldSupport } from './claims/held-support';
import { ProcessClaim } from './claims/process-claim';

@Module({
  controllers: [
    ClaimController,
    FuneralSupportRequestedHandler,
    FuneralAllowanceToldHandler,
    FuneralAllowancePaidHandler,
    PapersForwardedHandler,
    BranchStoppedHandler,
    DeathRevokedHandler,
  ],
  providers: [NumberBooks, officerDesk(atHome), HeldSupport, ProcessClaim],
})
export class SocialProtectionModule {}
