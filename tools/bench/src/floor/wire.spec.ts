import { randomUUID } from 'node:crypto';
import {
  acknowledgedLeaf,
  AcknowledgementV1,
  contentHash,
  fromHeaders,
  generateKey,
  leafOf,
  messageOf,
  parseCanonical,
  publicKeyFromJwk,
  SignatureVerifier,
  signerFromJwk,
} from '@lienthong/envelope';
import type { KafkaMessage } from 'kafkajs';
import { ACKNOWLEDGEMENT } from './contract';
import { leafOfItem, now, protocolLetter } from './protocol';
import { type Letter, readRecord, recordOf, signedPaths } from './wire';

const { privateJwk, publicJwk } = generateKey('tax-1');
const signer = signerFromJwk(privateJwk);
const key = { kid: 'tax-1', key: publicKeyFromJwk(publicJwk) };
const directory = { find: () => ({ ...key, member: 'tax', validFrom: '2016-01-01T00:00:00.000+07:00' }) };
const item = {
  ...{ at: now(), deliverySequence: 4, id: randomUUID(), logId: randomUUID(), outcome: 'handled' as const },
  ...{ sender: 'land-registry', stream: 'document:é"1' },
};
const items = [leafOfItem(item), leafOfItem({ ...item, deliverySequence: 5 })];
const letter = protocolLetter({
  ...{ contract: ACKNOWLEDGEMENT, body: { items: [item, { ...item, deliverySequence: 5 }] }, signer, items },
  ...{ from: 'tax', to: 'integration-bus/centre' },
});

function asReceived(sent: Letter): KafkaMessage {
  const { headers = {}, ...record } = recordOf(sent);
  const bytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(String(text))]);
  return { ...record, headers: Object.fromEntries(bytes) } as unknown as KafkaMessage;
}

describe('a message of the hand-written floor', () => {
  it('is one that our libraries read, verify and find unchanged', () => {
    const { headers, value } = asReceived(letter);
    const envelope = fromHeaders(headers ?? {}, value);
    const leaf = leafOf(envelope.attributes);
    const expected = { member: 'tax', at: new Date(), typ: 'lienthong-acknowledgement' } as const;
    expect(leaf).toEqual(letter.leaf);
    expect(() =>
      new SignatureVerifier(directory).verify(leaf, envelope.signature, envelope.signaturepath, expected),
    ).not.toThrow();
    expect(contentHash(Buffer.from(envelope.contentsalt, 'base64url'), envelope.value)).toBe(
      envelope.attributes.contenthash,
    );
    expect(parseCanonical(envelope.value)).toEqual({ items: [item, { ...item, deliverySequence: 5 }] });
    expect(acknowledgedLeaf(item)).toEqual(items[0]);
    expect(envelope.attributes.type).toBe(messageOf(AcknowledgementV1).type);
  });

  it('is read and verified by the floor, each item with its own path', () => {
    const read = readRecord(asReceived(letter));
    expect(signedPaths(read, key, items)).toHaveLength(2);
  });

  it('is refused after any change: content, attributes, items, key', () => {
    const record = asReceived(letter);
    const read = readRecord(record);
    const another = publicKeyFromJwk(generateKey('tax-1').publicJwk);
    expect(() => readRecord({ ...record, value: Buffer.from('{"items":[]}') })).toThrow('was changed');
    expect(signedPaths({ ...read, leaf: items[0] as Buffer }, key, items)).toBeUndefined();
    expect(signedPaths(read, key, [...items].reverse())).toBeUndefined();
    expect(signedPaths(read, { ...key, key: another }, items)).toBeUndefined();
  });
});
