import {
  DossierForwardedV1,
  DossierReceivedV1,
  ObligationFulfilledV1,
  ObligationReopenedV1,
  PaymentNoticesIssuedV1,
  ProcessingConcludedV1,
  ProgressChangedV1,
  ResultHandedOverV1,
  RevenueBookedCopyV1,
  ScansProvidedV1,
  ScansRequestedV1,
  TaxResultsAvailableV1,
  TransferSlipReceivedV1,
  TransferSlipReturnedV1,
  TransferSlipSentV1,
} from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'land-registry',
  sends: [
    DossierReceivedV1,
    ProgressChangedV1,
    TransferSlipSentV1,
    ScansProvidedV1,
    TaxResultsAvailableV1,
    ProcessingConcludedV1,
  ],
  receives: [
    DossierForwardedV1,
    TransferSlipReceivedV1,
    TransferSlipReturnedV1,
    ScansRequestedV1,
    PaymentNoticesIssuedV1,
    ObligationFulfilledV1,
    ObligationReopenedV1,
    RevenueBookedCopyV1,
    ResultHandedOverV1,
  ],
});
