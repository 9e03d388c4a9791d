import { instantText, newId, OffsetClock } from '@lienthong/kernel';
import {
  canonicalBytes,
  contentHash,
  leafOf,
  messageOf,
  type MessageClass,
  newSalt,
  recipientsText,
  signLeaves,
  sourceOf,
  toHeaders,
} from '@lienthong/envelope';
import { createKafka, createProducer, topicNames } from '@lienthong/messaging';
import { memberSigner } from '@lienthong/service-host';
import type { StackAccess } from '../../../tools/demo/src';

export interface MemberMessage<B> {
  readonly member: string;
  readonly office: string;
  readonly of: MessageClass<B>;
  readonly body: B;
  readonly to: readonly { readonly member: string; readonly office: string }[];
  /** A known id, for a retry that is none; a new one else. */
  readonly id?: string;
  /** Its number in its stream; the first else. */
  readonly sequence?: number;
}

/** Sends one message as a member would, signed with its key, past its outbox. */
export async function sendAsMember<B>(
  { home, brokers, topicPrefix, clockOffsetMs }: StackAccess,
  message: MemberMessage<B>,
): Promise<string> {
  const { member, office, of, body, to, sequence = 1 } = message;
  const definition = messageOf(of);
  const clock = new OffsetClock(clockOffsetMs);
  const value = canonicalBytes(body);
  const salt = newSalt();
  const attributes = {
    id: message.id ?? newId(clock),
    type: definition.type,
    source: sourceOf(member),
    time: instantText(clock.now()),
    dataschema: definition.dataschema,
    partitionkey: definition.stream(body),
    senderoffice: office,
    recipients: recipientsText(to),
    epoch: '1',
    sequence: String(sequence),
    contenthash: contentHash(salt, value),
  };
  const { signature, paths } = signLeaves(memberSigner(home, member), [leafOf(attributes)]);
  const headers = toHeaders({
    attributes,
    contentsalt: salt.toString('base64url'),
    signature,
    signaturepath: paths[0] ?? '',
    bus: {},
    value,
  });
  const producer = createProducer(createKafka({ brokers: brokers.split(','), clientId: 'e2e-member' }));
  await producer.connect();
  await producer.send({
    topic: topicNames(topicPrefix).out(member),
    messages: [{ key: attributes.partitionkey, value, headers }],
  });
  await producer.disconnect();
  return attributes.id;
}
