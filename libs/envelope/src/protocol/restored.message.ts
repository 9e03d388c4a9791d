import { InstantText } from '../fields';
import { Message } from '../message';
import { PROTOCOL, streamStatedBySender } from './protocol-stream';

@Message({
  owner: PROTOCOL,
  name: 'restored',
  version: 1,
  summary:
    'The database of its sender went back to an earlier time: what was sent to it or answered by it since is sent again.',
  stream: streamStatedBySender('restored'),
  example: { since: '2026-08-03T02:00:00.000+07:00' },
})
export class RestoredV1 {
  /** Time of the backup. From a member: deliver again what I answered since then. From the bus: send again what I answered since then. */
  @InstantText() readonly since: string;
}
