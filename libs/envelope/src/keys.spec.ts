import { signLeaves } from './batch-signature';
import { envelopeErrors } from './envelope.errors';
import { generateKey, publicKeyFromJwk, signBytes, signerFromJwk, verifyBytes } from './keys';

const { privateJwk, publicJwk } = generateKey('land-leader-bien-hoa');
const signer = signerFromJwk(privateJwk);
const key = publicKeyFromJwk(publicJwk);
const slip = Buffer.from('{"slip":1}');

describe('keys', () => {
  it('sign bytes and verify them', () => {
    const signature = signBytes(signer, slip);
    expect(signature).toMatch(/^[A-Za-z0-9_-]{86}$/);
    expect(verifyBytes(key, slip, signature)).toBe(true);
    expect(verifyBytes(key, Buffer.from('{"slip":2}'), signature)).toBe(false);
    expect(verifyBytes(publicKeyFromJwk(generateKey('other').publicJwk), slip, signature)).toBe(false);
  });

  it('refuse a signature that is not exact base64url of 64 bytes', () => {
    const signature = signBytes(signer, slip);
    const last = signature.at(-1) ?? '';
    const stray = String.fromCharCode(last.charCodeAt(0) + 1);
    for (const text of [
      '',
      `${signature}=`,
      ` ${signature}`,
      signature.slice(1),
      signature.slice(0, -1) + stray,
      'ü',
    ]) {
      expect(verifyBytes(key, slip, text)).toBe(false);
    }
  });

  it('keep the secret out of the public form and out of errors', () => {
    expect(Object.keys(publicJwk)).toEqual(['kty', 'crv', 'kid', 'x']);
    expect(publicKeyFromJwk(privateJwk).type).toBe('public');
    const broken = (): unknown => signerFromJwk({ ...privateJwk, d: 'short' });
    expect(broken).toThrow(envelopeErrors.KEY_MALFORMED().message);
  });

  it.each(['', 'two words', 'x'.repeat(101)])('refuse the key id "%s"', (kid) => {
    expect(() => generateKey(kid)).toThrow('envelope.KEY_MALFORMED');
  });

  it('make signatures that jose accepts too', async () => {
    const { compactVerify, importJWK } = await import('jose');
    const { signature } = signLeaves(signer, [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]);
    const { payload, protectedHeader } = await compactVerify(signature, await importJWK({ ...publicJwk }, 'EdDSA'));
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ size: 2 });
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: 'land-leader-bien-hoa', typ: 'lienthong-batch' });
  });
});
