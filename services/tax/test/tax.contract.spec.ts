import {
  LateInterestChargedV1,
  NothingDueV1,
  ObligationFulfilledV1,
  OverpaymentRecordedV1,
  PayableItemClosedV1,
  PaymentNoticesWithdrawnV1,
  PayableItemPublishedV1,
  PaymentInformationV1,
  PaymentNoticesIssuedV1,
  RevenueBookedV1,
  ScansProvidedV1,
  ScansRequestedV1,
  TransferSlipReceivedV1,
  TransferSlipReturnedV1,
  TransferSlipSentV1,
} from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'tax',
  sends: [
    TransferSlipReceivedV1,
    TransferSlipReturnedV1,
    ScansRequestedV1,
    PaymentNoticesIssuedV1,
    PayableItemPublishedV1,
    NothingDueV1,
    PaymentNoticesWithdrawnV1,
    PayableItemClosedV1,
    ObligationFulfilledV1,
    OverpaymentRecordedV1,
    LateInterestChargedV1,
  ],
  receives: [TransferSlipSentV1, PaymentInformationV1, RevenueBookedV1, ScansProvidedV1],
});
