import { hash, randomBytes } from 'node:crypto';

const SALT_BYTES = 32;

/** Thirty-two random bytes, drawn once per message, kept with the payload and erased with it. */
export function newSalt(): Buffer {
  return randomBytes(SALT_BYTES);
}

/** SHA-256(salt ‖ bytes) in base64url: proves a payload without telling anything about an erased one. */
export function contentHash(salt: Buffer, bytes: Buffer): string {
  return hash('sha256', Buffer.concat([salt, bytes]), 'base64url');
}
