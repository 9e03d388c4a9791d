import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { decodeBase64url } from './base64url';
import { envelopeErrors } from './envelope.errors';

/** A member's or an officer's Ed25519 key pair in use; `kid` names it in the directory. */
export interface Signer {
  readonly kid: string;
  readonly key: KeyObject;
}

/** Public Ed25519 key in JWK form (RFC 8037). */
export interface PublicKeyJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly kid: string;
  readonly x: string;
}

/** Private Ed25519 key in JWK form; `d` is the secret. */
export interface PrivateKeyJwk extends PublicKeyJwk {
  readonly d: string;
}

const SIGNATURE_BYTES = 64;
const KID_SHAPE = /^[A-Za-z0-9._:-]{1,100}$/;

/** True for a key id that may stand in a signature's header. */
export function isKid(text: unknown): text is string {
  return typeof text === 'string' && KID_SHAPE.test(text);
}

/** A new Ed25519 key pair under this key id (letters, digits, `.`, `_`, `:`, `-`). */
export function generateKey(kid: string): { privateJwk: PrivateKeyJwk; publicJwk: PublicKeyJwk } {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  if (!isKid(kid) || typeof jwk.x !== 'string' || typeof jwk.d !== 'string') throw envelopeErrors.KEY_MALFORMED();
  const publicJwk: PublicKeyJwk = { kty: 'OKP', crv: 'Ed25519', kid, x: jwk.x };
  return { privateJwk: { ...publicJwk, d: jwk.d }, publicJwk };
}

/** Loads a private key; throws envelope.KEY_MALFORMED. */
export function signerFromJwk(jwk: PrivateKeyJwk): Signer {
  return { kid: checkedKid(jwk), key: load(() => createPrivateKey({ key: { ...jwk }, format: 'jwk' })) };
}

/** Loads a public key; throws envelope.KEY_MALFORMED. */
export function publicKeyFromJwk(jwk: PublicKeyJwk): KeyObject {
  checkedKid(jwk);
  const { kty, crv, x } = jwk;
  return load(() => createPublicKey({ key: { kty, crv, x }, format: 'jwk' }));
}

/** Ed25519 signature over the bytes, base64url. */
export function signBytes(signer: Signer, bytes: Buffer): string {
  return sign(null, bytes, signer.key).toString('base64url');
}

/** True when the base64url signature is exact and fits key and bytes; never throws on a malformed one. */
export function verifyBytes(key: KeyObject, bytes: Buffer, signature: string): boolean {
  const raw = decodeBase64url(signature);
  return raw?.length === SIGNATURE_BYTES && verify(null, bytes, key, raw);
}

function checkedKid(jwk: PublicKeyJwk): string {
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || !isKid(jwk.kid)) throw envelopeErrors.KEY_MALFORMED();
  return jwk.kid;
}

function load(make: () => KeyObject): KeyObject {
  try {
    return make();
  } catch {
    // The cause of a failed import may quote the key: it is not passed on.
    throw envelopeErrors.KEY_MALFORMED();
  }
}
