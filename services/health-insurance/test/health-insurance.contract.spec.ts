import {
  BenefitsStoppedV1,
  BenefitsStopRequestedV1,
  BirthCorrectedV1,
  BranchStoppedV1,
  DeathRevokedV1,
  FuneralAllowanceAskedV1,
  FuneralAllowancePaidV1,
  FuneralAllowanceToldV1,
  HealthCardIssuedV1,
  HealthCardRefusedV1,
  HealthCardRequestedV1,
  HealthCardSupplementWantedV1,
  PapersForwardedV1,
} from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'health-insurance',
  sends: [
    HealthCardIssuedV1,
    HealthCardSupplementWantedV1,
    HealthCardRefusedV1,
    BenefitsStoppedV1,
    FuneralAllowanceToldV1,
    FuneralAllowancePaidV1,
  ],
  receives: [
    HealthCardRequestedV1,
    PapersForwardedV1,
    BranchStoppedV1,
    BirthCorrectedV1,
    BenefitsStopRequestedV1,
    FuneralAllowanceAskedV1,
    DeathRevokedV1,
  ],
});
