import {
  CreditAdviceV1,
  DayReconciledV1,
  PayableItemPublishedV1,
  PaymentInformationV1,
  RevenueBookingAdjustedV1,
  UnassignedCreditAdvisedV1,
  VouchersOfDayToldV1,
} from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'collecting-bank',
  sends: [PaymentInformationV1, CreditAdviceV1, UnassignedCreditAdvisedV1, VouchersOfDayToldV1],
  receives: [PayableItemPublishedV1, RevenueBookingAdjustedV1, DayReconciledV1],
});
