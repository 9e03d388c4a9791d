import { generateKey, publicKeyFromJwk, type PublicKeyRecord, type Signer, signerFromJwk } from '@lienthong/envelope';
import { SETTLES_MS, signingKey } from './signing-key.rules';

const NOW = new Date('2026-08-03T09:00:00.000Z');
const ago = (ms: number): string => new Date(NOW.getTime() - ms).toISOString();
const LONG = 86_400_000;

const pair = (kid: string, member = 'tax'): { signer: Signer; record: PublicKeyRecord } => {
  const { privateJwk, publicJwk } = generateKey(kid);
  const record = { kid, member, key: publicKeyFromJwk(publicJwk), validFrom: ago(LONG) };
  return { signer: signerFromJwk(privateJwk), record };
};
const [old, fresh, twin] = [pair('tax-1'), pair('tax-2'), pair('tax-2')];

describe('the key a member signs with', () => {
  const chosen = (said: readonly PublicKeyRecord[], own = [old.signer, fresh.signer]): string | undefined => {
    const find = (kid: string): PublicKeyRecord | undefined => said.find((record) => record.kid === kid);
    return signingKey(own, { member: 'tax', now: NOW, find })?.kid;
  };

  it('is the old one until the bus has told of the new one, and then the new one', () => {
    expect(chosen([old.record])).toBe('tax-1');
    expect(chosen([old.record, { ...fresh.record, validFrom: ago(SETTLES_MS) }])).toBe('tax-2');
  });

  it('is the old one while the new one has not begun, or not long enough for every instance of the bus', () => {
    expect(chosen([old.record, { ...fresh.record, validFrom: ago(-1) }])).toBe('tax-1');
    expect(chosen([old.record, { ...fresh.record, validFrom: ago(SETTLES_MS - 1) }])).toBe('tax-1');
  });

  it('is the new one at once where the old one has ended', () => {
    const ended = { ...old.record, validTo: ago(0) };
    expect(chosen([ended, { ...fresh.record, validFrom: ago(0) }])).toBe('tax-2');
  });

  it('is never one of which the bus knows another public part, or another owner', () => {
    expect(chosen([old.record, twin.record])).toBe('tax-1');
    expect(chosen([old.record, { ...fresh.record, member: 'intake' }])).toBe('tax-1');
  });

  it('is the first where the bus knows none of them', () => {
    expect(chosen([])).toBe('tax-1');
    expect(chosen([], [])).toBeUndefined();
  });
});
