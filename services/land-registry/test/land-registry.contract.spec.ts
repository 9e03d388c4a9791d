import {
  DossierForwardedV1,
  DossierReceivedV1,
  LandDossierLodgedV1,
  LandRequestForwardedV1,
  ObligationFulfilledV1,
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
    LandDossierLodgedV1,
    ProgressChangedV1,
    TransferSlipSentV1,
    ScansProvidedV1,
    TaxResultsAvailableV1,
    ProcessingConcludedV1,
  ],
  receives: [
    DossierForwardedV1,
    LandRequestForwardedV1,
    TransferSlipReceivedV1,
    TransferSlipReturnedV1,
    ScansRequestedV1,
    PaymentNoticesIssuedV1,
    ObligationFulfilledV1,
    RevenueBookedCopyV1,
    ResultHandedOverV1,
  ],
});
