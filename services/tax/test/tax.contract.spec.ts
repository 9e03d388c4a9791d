import {
  ObligationFulfilledV1,
  PayableItemPublishedV1,
  PaymentInformationV1,
  PaymentNoticesIssuedV1,
  RevenueBookedV1,
  ScansProvidedV1,
  ScansRequestedV1,
  SlipCompletionRequestedV1,
  TaxStateAskedV1,
  TaxStateToldV1,
  TransferSlipReceivedV1,
  TransferSlipReturnedV1,
  TransferSlipSentV1,
  TransferSlipSentV2,
  TransferSlipWithdrawnV1,
} from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'tax',
  sends: [
    TransferSlipReceivedV1,
    TransferSlipReturnedV1,
    SlipCompletionRequestedV1,
    ScansRequestedV1,
    PaymentNoticesIssuedV1,
    PayableItemPublishedV1,
    ObligationFulfilledV1,
    TaxStateToldV1,
  ],
  receives: [
    TransferSlipSentV1,
    TransferSlipSentV2,
    TransferSlipWithdrawnV1,
    PaymentInformationV1,
    RevenueBookedV1,
    ScansProvidedV1,
    TaxStateAskedV1,
  ],
});
