import { Message, messageOf, streamOf } from '@lienthong/envelope';
import { RevenueBookedV1 } from './revenue-booked.message';

/** M41: the way of 2019; off by default in the grant and in the treasury's configuration. It releases nothing. */
@Message({
  owner: 'treasury',
  name: 'revenue-booked-copy',
  version: 1,
  summary:
    'For information only: a copy of the booking for the land registration office (bản sao xác nhận thu NSNN) (M41).',
  stream: (body) => streamOf.voucher(body.reference),
  subject: () => undefined,
  example: messageOf(RevenueBookedV1).example,
})
export class RevenueBookedCopyV1 extends RevenueBookedV1 {}
