import { DateText, Message, OneOf, Optional, streamOf, Text } from '@lienthong/envelope';
import { exampleIncomeTax, exampleIssuedOn } from '../parts/clean-transfer.example';

const example: PayableItemClosedV1 = {
  payableItemId: exampleIncomeTax.payableItemId,
  noticeNumber: exampleIncomeTax.noticeNumber,
  closedOn: exampleIssuedOn,
  reason: 'withdrawn',
};

/** After M22 or M23: nobody pays this item any more. It follows the publication in the same stream. */
@Message({
  owner: 'tax',
  name: 'payable-items-closed',
  version: 1,
  summary:
    'The tax office closes a payable item (đóng khoản phải nộp) that a notice amended or withdrew (M22, M23, F6, F7).',
  stream: (body) => streamOf.document(body.payableItemId),
  subject: () => undefined,
  example,
})
export class PayableItemClosedV1 {
  @Text({ max: 32 })
  readonly payableItemId: string;

  @Text({ max: 60 })
  readonly noticeNumber: string;

  @DateText()
  readonly closedOn: string;

  @OneOf(['amended', 'withdrawn'] as const)
  readonly reason: 'amended' | 'withdrawn';

  /** The item that is paid instead, where there is one. */
  @Optional()
  @Text({ max: 32 })
  readonly replacedBy?: string;
}
