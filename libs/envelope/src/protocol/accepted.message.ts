import { ListOf, Text, Whole } from '../fields';
import { Message } from '../message';
import { COUNTER, MAX_ITEMS, STREAM } from './limits';
import { PROTOCOL, streamStatedBySender } from './protocol-stream';

/** Numbers of a stream that the bus has taken over, both ends included; none of them was refused. */
export class AcceptedStream {
  @Text(STREAM) readonly stream: string;
  @Whole(COUNTER) readonly epoch: number;
  @Whole(COUNTER) readonly from: number;
  @Whole(COUNTER) readonly upTo: number;
}

@Message({
  owner: PROTOCOL,
  name: 'accepted',
  version: 1,
  summary: 'The bus tells a sender which numbers it has accepted, so that their outbox rows may be closed.',
  stream: streamStatedBySender('accepted'),
  example: { items: [{ stream: 'dossier:H19.12-260803-0001', epoch: 1, from: 3, upTo: 4 }] },
})
export class AcceptedV1 {
  @ListOf(() => AcceptedStream, { max: MAX_ITEMS }) readonly items: readonly AcceptedStream[];
}
