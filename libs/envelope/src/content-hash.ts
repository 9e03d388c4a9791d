import { hash, randomFillSync } from 'node:crypto';

const SALT_BYTES = 32;
const pool = Buffer.alloc(128 * SALT_BYTES);
let poolAt = pool.length;

/** Thirty-two random bytes, drawn once per message, kept with the payload and erased with it. */
export function newSalt(): Buffer {
  if (poolAt === pool.length) {
    randomFillSync(pool);
    poolAt = 0;
  }
  poolAt += SALT_BYTES;
  return Buffer.from(pool.subarray(poolAt - SALT_BYTES, poolAt));
}

/** SHA-256(salt ‖ bytes) in base64url: proves a payload without telling anything about an erased one. */
export function contentHash(salt: Buffer, bytes: Buffer): string {
  return hash('sha256', Buffer.concat([salt, bytes]), 'base64url');
}
