import { IdText, InstantText, ListOf, MemberCode, OneOf, Optional, Text, Whole } from '../fields';
import { Message } from '../message';
import { COUNTER, MAX_ITEMS, STREAM } from './limits';
import { PROTOCOL, streamStatedBySender } from './protocol-stream';

/** `discarded`: an operator of the recipient set a parked message aside for good, the cause says why. */
const OUTCOMES = ['handled', 'parked', 'stashed', 'discarded'] as const;

/**
 * Cause with which a recipient acknowledges a void as `handled` when it had handled the very message that the void replaces:
 * what was done stays, and the sender is told so.
 */
export const VOID_AFTER_HANDLED = 'messaging.VOID_AFTER_HANDLED';

/** What became of one delivered message at its recipient. */
export class AcknowledgedMessage {
  @IdText() readonly logId: string;
  @MemberCode() readonly sender: string;
  @IdText() readonly id: string;
  @Text(STREAM) readonly stream: string;
  @Whole(COUNTER) readonly deliverySequence: number;
  @OneOf(OUTCOMES) readonly outcome: (typeof OUTCOMES)[number];
  @InstantText() readonly at: string;
  @Optional() @Text({ max: 500 }) readonly cause?: string;
}

@Message({
  owner: PROTOCOL,
  name: 'acknowledgement',
  version: 1,
  summary: 'A recipient tells the bus what became of the messages it was delivered.',
  stream: streamStatedBySender('acknowledgement'),
  example: {
    items: [
      {
        logId: '019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01',
        sender: 'tax',
        id: '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c05',
        stream: 'dossier:H19.12-260803-0001',
        deliverySequence: 4,
        outcome: 'parked',
        at: '2026-08-03T09:12:00.250+07:00',
        cause: 'land-registry.SLIP_UNKNOWN',
      },
    ],
  },
})
export class AcknowledgementV1 {
  @ListOf(() => AcknowledgedMessage, { max: MAX_ITEMS }) readonly items: readonly AcknowledgedMessage[];
}
