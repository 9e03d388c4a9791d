import { Text } from '../fields';
import { Message } from '../message';
import { PROTOCOL, streamStatedBySender } from './protocol-stream';

@Message({
  owner: PROTOCOL,
  name: 'void',
  version: 1,
  summary: 'Takes the delivery number of a message that may no longer be delivered, so that the stream has no gap.',
  stream: streamStatedBySender('void'),
  example: { reason: 'expired', replacedType: 'vn.lienthong.tax.payment-notices-issued.v1' },
})
export class VoidV1 {
  @Text({ max: 500 }) readonly reason: string;
  @Text({ max: 160 }) readonly replacedType: string;
}
