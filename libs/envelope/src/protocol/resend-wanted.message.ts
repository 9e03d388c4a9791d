import { ListOf, Text, Whole } from '../fields';
import { Message } from '../message';
import { COUNTER, MAX_ITEMS, STREAM } from './limits';
import { PROTOCOL, streamStatedBySender } from './protocol-stream';

/** Numbers of a stream that are missing, both ends included. */
export class WantedRange {
  @Text(STREAM) readonly stream: string;
  @Whole(COUNTER) readonly epoch: number;
  @Whole(COUNTER) readonly from: number;
  @Whole(COUNTER) readonly to: number;
}

@Message({
  owner: PROTOCOL,
  name: 'resend-wanted',
  version: 1,
  summary: 'The receiver of a stream asks for the numbers it misses; repeated while the gap lasts.',
  stream: streamStatedBySender('resend-wanted'),
  example: { items: [{ stream: 'dossier:H19.12-260803-0001', epoch: 1, from: 3, to: 4 }] },
})
export class ResendWantedV1 {
  @ListOf(() => WantedRange, { max: MAX_ITEMS }) readonly items: readonly WantedRange[];
}
