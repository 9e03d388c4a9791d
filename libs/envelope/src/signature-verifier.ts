import { verify, type KeyObject } from 'node:crypto';
import { instantText } from '@lienthong/kernel';
import { batchHeader, batchPayload, MAX_BATCH_LEAVES, type BatchType } from './batch-signature';
import { decodeBase64url, HASH_SHAPE } from './base64url';
import { envelopeErrors } from './envelope.errors';
import { isKid } from './keys';
import { foldPath } from './merkle';

/** A public key with its owner and validity (instants with offset; `validTo` is exclusive). */
export interface PublicKeyRecord {
  readonly kid: string;
  readonly member: string;
  readonly key: KeyObject;
  readonly validFrom: string;
  readonly validTo?: string;
}

/** Where verifiers look keys up; must answer from memory. */
export interface KeyDirectory {
  find(kid: string): PublicKeyRecord | undefined;
}

/** Who must have signed, at what time the key must be valid, and what kind of root it must be. */
export interface ExpectedSignature {
  readonly member: string;
  readonly at: Date;
  readonly typ?: BatchType;
}

interface BatchClaim {
  readonly kid: string;
  readonly typ: BatchType;
  readonly root: Buffer;
  readonly size: number;
}

interface VerifiedBatch extends BatchClaim {
  readonly key: KeyObject;
}

const DEFAULT_CACHE_SIZE = 2_000;
const MAX_JWS_LENGTH = 1024;
const HASH_BYTES = 32;
const SIGNATURE_BYTES = 64;
const HASH_LENGTH = 43;
const PATH_SHAPE = new RegExp(`^(0|[1-9]\\d{0,6}):(?:${HASH_SHAPE}(?:\\.${HASH_SHAPE}){0,31})?$`);
const BATCH_TYPES: readonly BatchType[] = ['lienthong-batch', 'lienthong-acknowledgement'];

/**
 * Verifies a leaf by its path and the batch's signature. Each JWS string is verified once and remembered in a bounded
 * cache (least recently used goes first); owner and validity of the key are judged on every call.
 */
export class SignatureVerifier {
  private readonly verified = new Map<string, VerifiedBatch>();
  private readonly cacheSize: number;

  constructor(
    private readonly keys: KeyDirectory,
    options: { readonly cacheSize?: number } = {},
  ) {
    this.cacheSize = options.cacheSize ?? DEFAULT_CACHE_SIZE;
  }

  /** Throws envelope.SIGNATURE_MALFORMED, SIGNATURE_ALGORITHM_REFUSED, SIGNATURE_TYPE_WRONG, SIGNATURE_INVALID, KEY_UNKNOWN, KEY_OF_ANOTHER_MEMBER or KEY_NOT_VALID. */
  verify(leaf: Buffer, signature: string, path: string, expect: ExpectedSignature): { kid: string } {
    const known = this.verified.get(signature);
    const claim = known ?? readClaim(signature);
    const expected = expect.typ ?? 'lienthong-batch';
    if (claim.typ !== expected) throw envelopeErrors.SIGNATURE_TYPE_WRONG({ expected });
    const record = this.validKey(claim.kid, expect);
    if (!known || !isSameKey(known.key, record.key)) this.verifyOnce(signature, claim, record.key);
    else this.remember(signature, known);
    const { index, nodes } = readPath(path);
    if (!foldPath(leaf, index, claim.size, nodes)?.equals(claim.root))
      throw invalid('the path does not lead to the root');
    return { kid: claim.kid };
  }

  private validKey(kid: string, { member, at }: ExpectedSignature): PublicKeyRecord {
    const record = this.keys.find(kid);
    if (!record) throw envelopeErrors.KEY_UNKNOWN({ kid });
    if (record.member !== member) throw envelopeErrors.KEY_OF_ANOTHER_MEMBER({ kid, member });
    const ms = at.getTime();
    const isValid =
      Date.parse(record.validFrom) <= ms && (record.validTo === undefined || ms < Date.parse(record.validTo));
    if (!isValid) throw envelopeErrors.KEY_NOT_VALID({ kid, at: instantText(at) });
    return record;
  }

  private verifyOnce(jws: string, claim: BatchClaim, key: KeyObject): void {
    const dot = jws.lastIndexOf('.');
    const raw = decodeBase64url(jws.slice(dot + 1));
    if (raw?.length !== SIGNATURE_BYTES) throw malformed('not 64 bytes of signature');
    if (!verify(null, Buffer.from(jws.slice(0, dot), 'latin1'), key, raw)) throw invalid('it does not fit the key');
    this.remember(jws, { ...claim, key });
  }

  private remember(jws: string, batch: VerifiedBatch): void {
    this.verified.delete(jws);
    this.verified.set(jws, batch);
    if (this.verified.size <= this.cacheSize) return;
    const oldest = this.verified.keys().next();
    if (!oldest.done) this.verified.delete(oldest.value);
  }
}

/** Reads the JWS's header and payload; both must be exactly what `signLeaves` writes, byte for byte. */
function readClaim(jws: string): BatchClaim {
  const parts = jws.length <= MAX_JWS_LENGTH ? jws.split('.') : [];
  const [headerText, payloadText] = parts.map((part) => decodeBase64url(part)?.toString('utf8'));
  if (parts.length !== 3) throw malformed('not a compact JWS');
  if (headerText === undefined || payloadText === undefined) throw malformed('a part is not exact base64url');
  return { ...readHeader(headerText), ...readRoot(payloadText) };
}

function readHeader(headerText: string): Pick<BatchClaim, 'kid' | 'typ'> {
  const { alg, kid, typ } = jsonObject(headerText);
  if (typeof alg === 'string' && alg !== 'EdDSA') throw envelopeErrors.SIGNATURE_ALGORITHM_REFUSED();
  const type = BATCH_TYPES.find((known) => known === typ);
  if (!isKid(kid) || !type || headerText !== batchHeader(kid, type)) throw malformed('unexpected header');
  return { kid, typ: type };
}

function readRoot(payloadText: string): Pick<BatchClaim, 'root' | 'size'> {
  const { root, size } = jsonObject(payloadText);
  const rootBytes = typeof root === 'string' ? decodeBase64url(root) : undefined;
  if (typeof root !== 'string' || rootBytes?.length !== HASH_BYTES) throw malformed('unexpected root');
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > MAX_BATCH_LEAVES) {
    throw malformed('unexpected size');
  }
  if (payloadText !== batchPayload(root, size)) throw malformed('unexpected payload');
  return { root: rootBytes, size };
}

function readPath(path: string): { index: number; nodes: Buffer[] } {
  const index = PATH_SHAPE.exec(path)?.[1];
  if (index === undefined) throw malformed('unexpected path');
  const nodes: Buffer[] = [];
  for (let at = index.length + 1; at < path.length; at += HASH_LENGTH + 1) {
    nodes.push(Buffer.from(path.slice(at, at + HASH_LENGTH), 'base64url'));
  }
  return { index: Number(index), nodes };
}

function jsonObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function isSameKey(a: KeyObject, b: KeyObject): boolean {
  return a === b || a.equals(b);
}

function malformed(reason: string): Error {
  return envelopeErrors.SIGNATURE_MALFORMED({ reason });
}

function invalid(reason: string): Error {
  return envelopeErrors.SIGNATURE_INVALID({ reason });
}
