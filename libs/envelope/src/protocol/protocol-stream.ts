import { envelopeErrors } from '../envelope.errors';
import { messageType } from '../message';

/** Owner of all protocol messages. */
export const PROTOCOL = 'protocol';

/** A protocol message goes to `member:<code>` (a void keeps the replaced message's stream): its sender states it. */
export function streamStatedBySender(name: string): () => never {
  return () => {
    throw envelopeErrors.STREAM_UNDECLARED({ type: messageType(PROTOCOL, name, 1) });
  };
}
