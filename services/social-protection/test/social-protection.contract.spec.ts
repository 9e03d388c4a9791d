import {
  BranchStoppedV1,
  DeathRevokedV1,
  FuneralAllowanceAskedV1,
  FuneralAllowancePaidV1,
  FuneralAllowanceToldV1,
  FuneralSupportDecidedV1,
  FuneralSupportRefusedV1,
  FuneralSupportRequestedV1,
  PapersForwardedV1,
} from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'social-protection',
  sends: [FuneralAllowanceAskedV1, FuneralSupportDecidedV1, FuneralSupportRefusedV1],
  receives: [
    FuneralSupportRequestedV1,
    PapersForwardedV1,
    BranchStoppedV1,
    FuneralAllowanceToldV1,
    FuneralAllowancePaidV1,
    DeathRevokedV1,
  ],
});
