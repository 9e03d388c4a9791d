import { CreditAdviceV1, PayableItemClosedV1, PayableItemPublishedV1, PaymentInformationV1 } from '@lienthong/contracts';
import { describeContract } from '@lienthong/testing';

describeContract({
  member: 'collecting-bank',
  sends: [PaymentInformationV1, CreditAdviceV1],
  receives: [PayableItemClosedV1, PayableItemPublishedV1],
});
