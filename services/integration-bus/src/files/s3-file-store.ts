import { hash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { fileErrors } from './files.errors';
import { FileStore, type PiecePlace, type PieceRange } from './file-store';

export interface S3Place {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const ANSWER_MS = 30_000;
const RETRIES = 2;
const NOT_FOUND = 404;
const INSUFFICIENT_STORAGE = 507;
const FULL = /InsufficientStorage|StorageFull|QuotaExceeded/;

/** Pieces as objects `<file>/<piece>` of one bucket of an S3-compatible store, each sent with its SHA-256. */
export class S3FileStore extends FileStore {
  private readonly client: AwsClient;

  constructor(private readonly place: S3Place) {
    super();
    const { accessKeyId, secretAccessKey, region } = place;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
  }

  async put(place: PiecePlace, bytes: Buffer): Promise<void> {
    const headers = { 'x-amz-content-sha256': hash('sha256', bytes), 'content-length': String(bytes.length) };
    await this.ask(place, { method: 'PUT', body: bytes as Uint8Array<ArrayBuffer>, headers });
  }

  async read(place: PiecePlace, { from, to }: PieceRange): Promise<Buffer> {
    const bytes = await this.ask(place, { headers: { range: `bytes=${from}-${to}` } });
    if (bytes.length !== to - from + 1) throw fileErrors.PIECE_MISSING();
    return bytes;
  }

  async remove(fileId: string, pieceIds: readonly string[]): Promise<void> {
    for (const pieceId of pieceIds) {
      await this.ask({ fileId, pieceId }, { method: 'DELETE' }).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
    }
  }

  private async ask({ fileId, pieceId }: PiecePlace, request: RequestInit): Promise<Buffer> {
    const { endpoint, bucket } = this.place;
    const url = `${endpoint.replace(/\/$/, '')}/${bucket}/${fileId}/${pieceId}`;
    const { ok, status, bytes } = await this.answer(url, request).catch((cause: unknown) => {
      throw fileErrors.STORE_AWAY({}, { cause });
    });
    if (ok) return bytes;
    throw faultOf(status, bytes.toString());
  }

  private async answer(url: string, request: RequestInit): Promise<{ ok: boolean; status: number; bytes: Buffer }> {
    const answer = await this.client.fetch(url, { ...request, signal: AbortSignal.timeout(ANSWER_MS) });
    return { ok: answer.ok, status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  }
}

function faultOf(status: number, text: string): Error {
  const cause = new Error(`the object store answered ${status}: ${text.slice(0, 300)}`);
  if (status === INSUFFICIENT_STORAGE || FULL.test(text)) return fileErrors.STORE_FULL({}, { cause });
  // without its bucket nothing can be missing: that is a store that was not set up
  const isMissingPiece = status === NOT_FOUND && !/NoSuchBucket/.test(text);
  return isMissingPiece ? fileErrors.PIECE_MISSING({}, { cause }) : fileErrors.STORE_AWAY({}, { cause });
}

function isMissing(error: unknown): boolean {
  return (error as { code?: unknown }).code === fileErrors.PIECE_MISSING.description.code;
}
