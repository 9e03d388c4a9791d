import { HashText, IdText, MemberCode, Text } from '../fields';
import { Message } from '../message';
import { PROTOCOL, streamStatedBySender } from './protocol-stream';

@Message({
  owner: PROTOCOL,
  name: 'void',
  version: 1,
  summary: 'Takes the delivery number of a message that may no longer be delivered, so that the stream has no gap.',
  stream: streamStatedBySender('void'),
  example: {
    reason: 'expired',
    replacedType: 'vn.lienthong.tax.payment-notices-issued.v1',
    replacedSender: 'tax',
    replacedId: '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c05',
    replacedHash: 'LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE',
  },
})
export class VoidV1 {
  /** `expired`, `grant-lapsed`, `discarded` or `erased`, and what an operator wrote. */
  @Text({ max: 500 }) readonly reason: string;
  @Text({ max: 160 }) readonly replacedType: string;
  /** Identity and leaf of the message that does not come: should its record turn up all the same, it is known. */
  @MemberCode() readonly replacedSender: string;
  @IdText() readonly replacedId: string;
  @HashText() readonly replacedHash: string;
}
