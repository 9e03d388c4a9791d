import {
  DossierForwardedV1,
  DossierReceivedV1,
  ObligationFulfilledV1,
  PaymentNoticesIssuedV1,
  ProcessingConcludedV1,
  ProgressChangedV1,
  ResultHandedOverV1,
  RevenueBookedCopyV1,
  ScansProvidedV1,
  ScansRequestedV1,
  SlipCompletionRequestedV1,
  TaxResultsAvailableV1,
  TransferSlipReceivedV1,
  TransferSlipReturnedV1,
  TransferSlipSentV2,
  TransferSlipWithdrawnV1,
} from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'land-registry',
  sends: [
    DossierReceivedV1,
    ProgressChangedV1,
    TransferSlipSentV2,
    TransferSlipWithdrawnV1,
    ScansProvidedV1,
    TaxResultsAvailableV1,
    ProcessingConcludedV1,
  ],
  receives: [
    DossierForwardedV1,
    TransferSlipReceivedV1,
    TransferSlipReturnedV1,
    SlipCompletionRequestedV1,
    ScansRequestedV1,
    PaymentNoticesIssuedV1,
    ObligationFulfilledV1,
    RevenueBookedCopyV1,
    ResultHandedOverV1,
  ],
});
