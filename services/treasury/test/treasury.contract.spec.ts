import {
  BookingsOfDayToldV1,
  CreditAdviceV1,
  DayReconciledV1,
  PayableItemClosedV1,
  PayableItemPublishedV1,
  PayableItemPublishedV2,
  PaymentCorrectionRequestedV1,
  PaymentInvestigationAnsweredV1,
  PaymentInvestigationOpenedV1,
  RevenueBookedCopyV1,
  RevenueBookedV1,
  RevenueBookingAdjustedV1,
  UnassignedCreditAdvisedV1,
  UnassignedCreditAdvisedV2,
  VouchersOfDayToldV1,
} from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'treasury',
  sends: [
    RevenueBookedV1,
    RevenueBookedCopyV1,
    RevenueBookingAdjustedV1,
    PaymentInvestigationOpenedV1,
    PaymentInvestigationAnsweredV1,
    DayReconciledV1,
  ],
  receives: [
    PayableItemClosedV1,
    PayableItemPublishedV1,
    PayableItemPublishedV2,
    CreditAdviceV1,
    UnassignedCreditAdvisedV1,
    UnassignedCreditAdvisedV2,
    PaymentCorrectionRequestedV1,
    VouchersOfDayToldV1,
    BookingsOfDayToldV1,
  ],
});
