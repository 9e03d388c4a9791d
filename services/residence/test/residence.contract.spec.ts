import {
  BirthCorrectedV1,
  BranchStoppedV1,
  DeathRevokedV1,
  DeregistrationForwardedV1,
  OpinionAskedV1,
  OpinionGivenV1,
  PapersForwardedV1,
  ResidenceDeregisteredV1,
  ResidenceDeregistrationRequestedV1,
  ResidenceRefusedV1,
  ResidenceRegisteredV1,
  ResidenceRequestedV1,
  ResidenceSupplementWantedV1,
} from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'residence',
  sends: [
    ResidenceRegisteredV1,
    ResidenceSupplementWantedV1,
    ResidenceRefusedV1,
    ResidenceDeregisteredV1,
    DeregistrationForwardedV1,
    OpinionGivenV1,
  ],
  receives: [
    ResidenceRequestedV1,
    PapersForwardedV1,
    BranchStoppedV1,
    BirthCorrectedV1,
    ResidenceDeregistrationRequestedV1,
    DeathRevokedV1,
    OpinionAskedV1,
  ],
});
