import {
  CreditAdviceV1,
  PayableItemClosedV1,
  PayableItemPublishedV1,
  RevenueBookedCopyV1,
  RevenueBookedV1,
} from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'treasury',
  sends: [RevenueBookedV1, RevenueBookedCopyV1],
  receives: [PayableItemClosedV1, PayableItemPublishedV1, CreditAdviceV1],
});
