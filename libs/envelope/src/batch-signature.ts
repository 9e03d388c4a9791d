import { sign } from 'node:crypto';
import { envelopeErrors } from './envelope.errors';
import type { Signer } from './keys';
import { inclusionPaths } from './merkle';

/** What a signed root stands for: messages, or the items of a batch acknowledgement. */
export type BatchType = 'lienthong-batch' | 'lienthong-acknowledgement';

/** Largest number of leaves under one signature. */
export const MAX_BATCH_LEAVES = 65_536;

/**
 * Signs the RFC 6962 root of these leaves once: `signature` is a compact JWS over `{root, size}`, `paths[i]` is
 * `<index>:<hash>.<hash>…` of leaf i, from the leaf upwards (`0:` in a batch of one).
 */
export function signLeaves(
  signer: Signer,
  leaves: readonly Buffer[],
  typ: BatchType = 'lienthong-batch',
): { signature: string; paths: string[] } {
  if (leaves.length === 0 || leaves.length > MAX_BATCH_LEAVES || leaves.some((leaf) => leaf.length !== 32)) {
    throw envelopeErrors.BATCH_SIZE_INVALID({ limit: MAX_BATCH_LEAVES });
  }
  const { root, paths } = inclusionPaths(leaves);
  const header = batchHeader(signer.kid, typ);
  const payload = batchPayload(root.toString('base64url'), leaves.length);
  const input = `${base64url(header)}.${base64url(payload)}`;
  const signature = `${input}.${sign(null, Buffer.from(input, 'latin1'), signer.key).toString('base64url')}`;
  return { signature, paths: paths.map((path, index) => pathText(index, path)) };
}

/** The only header that is accepted, in canonical form. */
export function batchHeader(kid: string, typ: BatchType): string {
  return JSON.stringify({ alg: 'EdDSA', kid, typ });
}

/** The only payload that is accepted, in canonical form; the root is base64url. */
export function batchPayload(root: string, size: number): string {
  return JSON.stringify({ root, size });
}

function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

/** A path as `signaturepath` carries it: `<index>:<hash>.<hash>…`, base64url. */
export function pathText(index: number, path: readonly Buffer[]): string {
  return `${index}:${path.map((node) => node.toString('base64url')).join('.')}`;
}
