import type { Signer } from '@lienthong/envelope';
import { type Clock, newId } from '@lienthong/kernel';

const BUS = 'integration-bus';
const LIFETIME_MS = 240_000;

/** A bearer token with which a member speaks to the bus over HTTP: signed by its own registered key, valid for four minutes. */
export async function memberToken(member: string, signer: Signer, clock: Clock): Promise<string> {
  const { SignJWT } = await import('jose');
  const now = clock.now();
  return new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA', kid: signer.kid, typ: 'JWT' })
    .setIssuer(member)
    .setSubject(member)
    .setAudience(BUS)
    .setJti(newId(clock))
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + LIFETIME_MS))
    .sign(signer.key);
}
