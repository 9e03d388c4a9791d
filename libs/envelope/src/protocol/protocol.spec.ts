import { messageOf } from '../message';
import { validateBody } from '../validate-body';
import {
  AcceptedV1,
  AcknowledgementV1,
  BookPageV1,
  BookWantedV1,
  isProtocolType,
  KeyChangedV1,
  NotHandledV1,
  PROTOCOL_TYPES,
  RejectedV1,
  ResendWantedV1,
  RestoredV1,
  VoidV1,
} from '.';

const classes = [
  AcknowledgementV1,
  AcceptedV1,
  RejectedV1,
  KeyChangedV1,
  ResendWantedV1,
  VoidV1,
  BookWantedV1,
  BookPageV1,
  RestoredV1,
  NotHandledV1,
];

describe('protocol messages', () => {
  it.each(classes)('%p is owned by the protocol and its example is valid', (of: new () => object) => {
    const message = messageOf(of);
    expect(validateBody(of, message.example, 'strict')).toBe(message.example);
    expect(message.type).toMatch(/^vn\.lienthong\.protocol\.[a-z-]+\.v1$/);
    expect(isProtocolType(message.type)).toBe(true);
  });

  it('do not derive their stream from the body: who sends one states it', () => {
    expect(() => messageOf(VoidV1).stream(messageOf(VoidV1).example)).toThrow('envelope.STREAM_UNDECLARED');
  });

  it('are told from business messages', () => {
    expect(Object.values(PROTOCOL_TYPES)).toEqual(classes.map((of: new () => object) => messageOf(of).type));
    expect(isProtocolType('vn.lienthong.tax.obligation-fulfilled.v1')).toBe(false);
  });

  it('hold at most 500 items', () => {
    const item = { stream: 'dossier:x', epoch: 1, from: 1, upTo: 1 };
    expect(validateBody(AcceptedV1, { items: Array(500).fill(item) }, 'strict').items).toHaveLength(500);
    expect(() => validateBody(AcceptedV1, { items: Array(501).fill(item) }, 'strict')).toThrow('envelope.BODY_INVALID');
  });
});
