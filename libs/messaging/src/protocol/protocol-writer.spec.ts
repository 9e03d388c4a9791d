import {
  acknowledgedLeaf,
  type AcknowledgedMessage,
  fromHeaders,
  generateKey,
  leafOf,
  publicKeyFromJwk,
  SignatureVerifier,
  signerFromJwk,
} from '@lienthong/envelope';
import { FixedClock, newId } from '@lienthong/kernel';
import { ProtocolWriter } from './protocol-writer';

const clock = new FixedClock('2026-08-03T09:00:00+07:00');
const key = generateKey('tax-1');
const record = {
  kid: 'tax-1',
  member: 'tax',
  key: publicKeyFromJwk(key.publicJwk),
  validFrom: '2020-01-01T00:00:00+07:00',
};
const expected = { member: 'tax', at: clock.now(), typ: 'lienthong-acknowledgement' } as const;

function item(deliverySequence: number): AcknowledgedMessage {
  const ids = {
    logId: newId(clock),
    id: newId(clock),
    sender: 'land-registry',
    stream: 'dossier:H19.91.01-260803-0001',
  };
  return { ...ids, deliverySequence, outcome: 'handled', at: '2026-08-03T09:00:00.000+07:00' };
}

describe('an acknowledgement', () => {
  const writer = new ProtocolWriter({
    clock,
    signer: () => signerFromJwk(key.privateJwk),
    from: { member: 'tax', office: 'system' },
    to: [{ member: 'integration-bus', office: 'centre' }],
    topic: 'tax.out',
  });
  const items = [item(1), item(2)];
  const { messages } = writer.acknowledgement({ items });
  const envelope = fromHeaders(messages[0]?.headers ?? {}, messages[0]?.value as Buffer);
  const verifier = new SignatureVerifier({ find: () => record });

  it('is signed with the key of its member and carries no number of a stream', () => {
    const { signature, signaturepath, attributes } = envelope;
    expect(verifier.verify(leafOf(attributes), signature, signaturepath, expected).kid).toBe('tax-1');
    expect([attributes.epoch, attributes.sequence]).toEqual(['0', '0']);
  });

  it('lets each item be proven alone: the tree is [message, item, item]', () => {
    const sibling = acknowledgedLeaf(items[1] as AcknowledgedMessage).toString('base64url');
    expect(sibling).toHaveLength(43);
    const [first] = items.map(acknowledgedLeaf) as [Buffer];
    const path = `1:${leafOf(envelope.attributes).toString('base64url')}.${sibling}`;
    expect(() => verifier.verify(first, envelope.signature, path, expected)).not.toThrow();
    expect(() => verifier.verify(acknowledgedLeaf(item(9)), envelope.signature, path, expected)).toThrow('SIGNATURE');
  });
});
