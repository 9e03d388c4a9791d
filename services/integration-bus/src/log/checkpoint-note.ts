import { createPublicKey, hash, type KeyObject } from 'node:crypto';
import { type Signer, signBytes, verifyBytes } from '@lienthong/envelope';

const ED25519 = Buffer.from([1]);
const ID_BYTES = 4;
const NOTE_SHAPE = /^([^\n]+\n(?:0|[1-9]\d*)\n[A-Za-z0-9+/=]{44}\n)\n— (\S+) ([A-Za-z0-9+/=]+)\n$/;

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** A checkpoint as a signed note: origin, tree size, root in base64; the key's name is the origin. */
export function signCheckpoint({ origin, size, root }: Checkpoint, signer: Signer): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
  const signature = Buffer.from(signBytes(signer, Buffer.from(text)), 'base64url');
  const id = keyId(origin, createPublicKey(signer.key));
  return `${text}\n— ${origin} ${Buffer.concat([id, signature]).toString('base64')}\n`;
}

/** The checkpoint of a note when its one signature is by this key; undefined otherwise. */
export function openCheckpoint(note: string, origin: string, key: KeyObject): Checkpoint | undefined {
  const [, text, name, signatureText] = NOTE_SHAPE.exec(note) ?? [];
  if (text === undefined || signatureText === undefined || name !== origin) return undefined;
  const raw = Buffer.from(signatureText, 'base64');
  if (!raw.subarray(0, ID_BYTES).equals(keyId(origin, key))) return undefined;
  if (!verifyBytes(key, Buffer.from(text), raw.subarray(ID_BYTES).toString('base64url'))) return undefined;
  const [noteOrigin, size = '', root = ''] = text.split('\n');
  return noteOrigin === origin ? { origin, size: Number(size), root: Buffer.from(root, 'base64') } : undefined;
}

/** First four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ public key). */
function keyId(name: string, key: KeyObject): Buffer {
  const { x = '' } = key.export({ format: 'jwk' });
  const bytes = Buffer.concat([Buffer.from(`${name}\n`), ED25519, Buffer.from(x, 'base64url')]);
  return hash('sha256', bytes, 'buffer').subarray(0, ID_BYTES);
}
