import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import type { IHeaders, Message as KafkaRecord } from 'kafkajs';

/** What travels: an item from member to member, or what bus and members answer each other. */
export type Kind = 'item' | 'acknowledged' | 'accepted';

export interface Message {
  readonly kind: Kind;
  readonly id: string;
  readonly sender: string;
  readonly recipient: string;
  readonly stream: string;
  readonly time: string;
  readonly payload: string;
}

/** A message with the hash of its payload and the sender's signature. */
export interface SignedMessage extends Message {
  readonly hash: string;
  readonly signature: string;
}

const SIGNED = ['kind', 'id', 'sender', 'recipient', 'stream', 'time'] as const;

/** Each message is signed by itself: Ed25519 over its attributes and the hash of its payload. */
export function signed(message: Message, key: KeyObject): SignedMessage {
  const hash = hashOf(message.payload);
  return { ...message, hash, signature: sign(null, signedBytes(message, hash), key).toString('base64url') };
}

export function recordOf(message: SignedMessage): KafkaRecord {
  const headers: IHeaders = { hash: message.hash, signature: message.signature };
  for (const name of SIGNED) headers[name] = message[name];
  return { key: message.stream, value: message.payload, headers };
}

/** The message of a record. @throws when it was not signed by its sender */
export function verified(
  record: Pick<KafkaRecord, 'value' | 'headers'>,
  keys: ReadonlyMap<string, KeyObject>,
): SignedMessage {
  const headers = record.headers ?? {};
  const text = (name: string): string => String(headers[name]);
  const payload = String(record.value);
  const message: Message = {
    kind: text('kind') as Kind,
    ...{ id: text('id'), sender: text('sender'), recipient: text('recipient') },
    ...{ stream: text('stream'), time: text('time'), payload },
  };
  const [hash, signature, key] = [hashOf(payload), text('signature'), keys.get(message.sender)];
  if (!key || !verify(null, signedBytes(message, hash), key, Buffer.from(signature, 'base64url'))) {
    throw new Error(`message ${message.id} is not signed by ${message.sender}`);
  }
  return { ...message, hash, signature };
}

function hashOf(payload: string): string {
  return createHash('sha256').update(payload).digest('base64url');
}

function signedBytes(message: Message, hash: string): Buffer {
  return Buffer.from(`${SIGNED.map((name) => message[name]).join('\n')}\n${hash}`);
}
