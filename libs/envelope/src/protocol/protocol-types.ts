import { messageOf } from '../message';
import { AcceptedV1 } from './accepted.message';
import { AcknowledgementV1 } from './acknowledgement.message';
import { KeyChangedV1 } from './key-changed.message';
import { BookPageV1 } from './book-page.message';
import { BookWantedV1 } from './book-wanted.message';
import { NotHandledV1 } from './not-handled.message';
import { RejectedV1 } from './rejected.message';
import { ResendWantedV1 } from './resend-wanted.message';
import { RestoredV1 } from './restored.message';
import { VoidV1 } from './void.message';

/** Wire types of the protocol messages; they need no grant and carry epoch 0, sequence 0 (a void keeps its numbers). */
export const PROTOCOL_TYPES = {
  acknowledgement: messageOf(AcknowledgementV1).type,
  accepted: messageOf(AcceptedV1).type,
  rejected: messageOf(RejectedV1).type,
  keyChanged: messageOf(KeyChangedV1).type,
  resendWanted: messageOf(ResendWantedV1).type,
  void: messageOf(VoidV1).type,
  bookWanted: messageOf(BookWantedV1).type,
  bookPage: messageOf(BookPageV1).type,
  restored: messageOf(RestoredV1).type,
  notHandled: messageOf(NotHandledV1).type,
} as const;

const types: ReadonlySet<string> = new Set(Object.values(PROTOCOL_TYPES));

/** True for the type of a protocol message. */
export function isProtocolType(type: string): boolean {
  return types.has(type);
}
