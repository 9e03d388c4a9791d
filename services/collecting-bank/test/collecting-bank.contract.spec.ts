import {
  CreditAdviceV1,
  DayReconciledV1,
  DebtAskedV1,
  DebtAskedV2,
  DebtToldV1,
  PayableItemClosedV1,
  PayableItemPublishedV1,
  PayableItemPublishedV2,
  PaymentInformationV1,
  PaymentInformationV2,
  RevenueBookingAdjustedV1,
  UnassignedCreditAdvisedV1,
  UnassignedCreditAdvisedV2,
  VouchersOfDayToldV1,
} from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'collecting-bank',
  sends: [
    DebtAskedV1,
    DebtAskedV2,
    PaymentInformationV1,
    PaymentInformationV2,
    CreditAdviceV1,
    UnassignedCreditAdvisedV1,
    UnassignedCreditAdvisedV2,
    VouchersOfDayToldV1,
  ],
  receives: [
    DebtToldV1,
    PayableItemClosedV1,
    PayableItemPublishedV1,
    PayableItemPublishedV2,
    RevenueBookingAdjustedV1,
    DayReconciledV1,
  ],
});
