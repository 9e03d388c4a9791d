import { IdText, InstantText, ListOf, MemberCode, OneOf, Text } from '../fields';
import { Message } from '../message';
import { MAX_ITEMS, STREAM } from './limits';
import { PROTOCOL, streamStatedBySender } from './protocol-stream';

/** `void`: it was not delivered, its number was taken by a void. `parked`, `discarded`: as its recipient says. */
const OUTCOMES = ['parked', 'discarded', 'void'] as const;

/** One accepted message that a recipient did not get or could not take, and why. */
export class NotHandledMessage {
  @IdText() readonly id: string;
  @Text(STREAM) readonly stream: string;
  @MemberCode() readonly recipient: string;
  @OneOf(OUTCOMES) readonly outcome: (typeof OUTCOMES)[number];
  @Text({ max: 500 }) readonly reason: string;
  @IdText() readonly logId: string;
  @InstantText() readonly at: string;
}

@Message({
  owner: PROTOCOL,
  name: 'not-handled',
  version: 1,
  summary: 'The bus tells a sender which of its accepted messages a recipient did not get or could not take.',
  stream: streamStatedBySender('not-handled'),
  example: {
    items: [
      {
        id: '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c05',
        stream: 'dossier:H19.12-260803-0001',
        recipient: 'land-registry',
        outcome: 'parked',
        reason: 'land-registry.SLIP_UNKNOWN',
        logId: '019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01',
        at: '2026-08-03T09:12:00.250+07:00',
      },
    ],
  },
})
export class NotHandledV1 {
  @ListOf(() => NotHandledMessage, { max: MAX_ITEMS }) readonly items: readonly NotHandledMessage[];
}
