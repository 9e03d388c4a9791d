import { IdText, InstantText, ListOf, Text, Whole } from '../fields';
import { Message } from '../message';
import { COUNTER, MAX_ITEMS, STREAM } from './limits';
import { PROTOCOL, streamStatedBySender } from './protocol-stream';

/** One message that the bus did not accept, and why. */
export class RejectedMessage {
  @IdText() readonly id: string;
  @Text(STREAM) readonly stream: string;
  @Whole(COUNTER) readonly sequence: number;
  @Text({ max: 120 }) readonly code: string;
  @Text({ max: 2000 }) readonly text: string;
  @IdText() readonly logId: string;
  @InstantText() readonly at: string;
}

@Message({
  owner: PROTOCOL,
  name: 'rejected',
  version: 1,
  summary: 'The bus tells a sender which of its messages it refused, each with its reason.',
  stream: streamStatedBySender('rejected'),
  example: {
    items: [
      {
        id: '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c05',
        stream: 'dossier:H19.12-260803-0001',
        sequence: 4,
        code: 'integration-bus.GRANT_MISSING',
        text: 'No grant lets tax send this type to land-registry.',
        logId: '019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01',
        at: '2026-08-03T09:12:00.250+07:00',
      },
    ],
  },
})
export class RejectedV1 {
  @ListOf(() => RejectedMessage, { max: MAX_ITEMS }) readonly items: readonly RejectedMessage[];
}
