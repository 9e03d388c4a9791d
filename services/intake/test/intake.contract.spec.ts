import {
  DossierForwardedV1,
  DossierReceivedV1,
  ObligationFulfilledV1,
  ProcessingConcludedV1,
  ProgressChangedV1,
  ResultHandedOverV1,
  TaxResultsAvailableV1,
} from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'intake',
  sends: [DossierForwardedV1, ResultHandedOverV1],
  receives: [DossierReceivedV1, ProgressChangedV1, TaxResultsAvailableV1, ObligationFulfilledV1, ProcessingConcludedV1],
});
