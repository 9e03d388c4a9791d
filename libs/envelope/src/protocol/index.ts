export { acknowledgedLeaf } from './acknowledged-leaf';
export { AcceptedStream, AcceptedV1 } from './accepted.message';
export { AcknowledgedMessage, AcknowledgementV1 } from './acknowledgement.message';
export { ChangedKey, KeyChangedV1 } from './key-changed.message';
export { isProtocolType, PROTOCOL_TYPES } from './protocol-types';
export { NotHandledMessage, NotHandledV1 } from './not-handled.message';
export { RejectedMessage, RejectedV1 } from './rejected.message';
export { ResendWantedV1, WantedRange } from './resend-wanted.message';
export { VoidV1 } from './void.message';
