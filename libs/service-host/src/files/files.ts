import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { FileRef } from '@lienthong/envelope';
import { isAppError } from '@lienthong/kernel';
import { DetailedError, Upload } from 'tus-js-client';
import { transferErrors } from './file-transfer.errors';
import { Watchdog } from './watchdog';

export interface FilesOptions {
  /** Address of the bus. */
  readonly busUrl: string | undefined;
  /** A bearer token of the member; asked for with every request, since it lives for minutes and a transfer for hours. */
  readonly token: () => Promise<string>;
  /** Waits between attempts that brought nothing; after one that brought something they begin anew. */
  readonly retryDelaysMs?: readonly number[];
  /** A line that moves nothing for so long is taken for broken. */
  readonly silenceMs?: number;
}

export interface FileName {
  readonly name: string;
  /** E.g. `application/pdf`; the bus looks at the bytes. */
  readonly contentType: string;
}

const RETRY_DELAYS_MS = [0, 1_000, 3_000, 5_000, 10_000];
/** Longer than the bus needs to prove the largest file. */
const SILENCE_MS = 120_000;
/** One request carries so much: at 0.5 Mbps it stays below the five minutes that a server gives to a request. */
const REQUEST_BYTES = 16 * 1_048_576;
const RETRIED_STATUS: ReadonlySet<number> = new Set([409, 423, 429]);

/**
 * The bus's file store as a member uses it. A line that breaks costs what was on its way, not the file; what still does not
 * get through throws file-transfer.LINE_BROKEN, and the same call later goes on where it stopped. Memory stays flat.
 */
export class Files {
  private readonly retryDelaysMs: readonly number[];
  private readonly silenceMs: number;

  constructor(private readonly options: FilesOptions) {
    this.retryDelaysMs = options.retryDelaysMs ?? RETRY_DELAYS_MS;
    this.silenceMs = options.silenceMs ?? SILENCE_MS;
  }

  /** Brings a file to the bus; the answer goes into a message. A file that is there already is not sent again. @throws file-transfer.* */
  async upload(path: string, { name, contentType }: FileName): Promise<FileRef> {
    const sha256 = await sha256Of(path);
    const { size } = await stat(path);
    const url = await this.send(path, { filename: name, filetype: contentType, sha256 });
    return { fileId: url.slice(url.lastIndexOf('/') + 1), name: name.normalize('NFC'), contentType, size, sha256 };
  }

  /** The bytes of a file that a message names. Only when the last one has come their hash is known: it throws at the end. */
  async *read(file: FileRef): AsyncGenerator<Buffer> {
    const sum = createHash('sha256');
    let at = 0;
    for (let tries = 0; at < file.size; tries += 1) {
      try {
        for await (const bytes of this.part(file, at)) {
          at += bytes.length;
          tries = 0;
          sum.update(bytes);
          yield bytes;
        }
      } catch (error) {
        await this.again(error, tries);
      }
    }
    if (sum.digest('base64url') !== file.sha256) throw transferErrors.CONTENT_CHANGED({ fileId: file.fileId });
  }

  private send(path: string, metadata: Record<string, string>): Promise<string> {
    const source = createReadStream(path);
    return new Promise<string>((resolve, reject) => {
      const upload: Upload = new Upload(source as never, {
        endpoint: `${this.address}/uploads`,
        metadata,
        chunkSize: REQUEST_BYTES,
        retryDelays: [...this.retryDelaysMs],
        storeFingerprintForResuming: false,
        onBeforeRequest: async (request) => request.setHeader('authorization', `Bearer ${await this.options.token()}`),
        onAfterResponse: () => watchdog.moved(),
        onProgress: () => watchdog.moved(),
        onShouldRetry: (error) => isRetried(error.originalResponse?.getStatus()),
        onError: (error) => reject(refusalOf(error)),
        onSuccess: () => resolve(upload.url ?? ''),
      });
      const watchdog = new Watchdog(this.silenceMs, () => void upload.abort().then(() => upload.start()));
      upload.start();
      source.once('close', () => watchdog.stop());
    }).finally(() => source.destroy());
  }

  private async *part(file: FileRef, at: number): AsyncGenerator<Buffer> {
    const silent = new AbortController();
    const watchdog = new Watchdog(this.silenceMs, () => silent.abort());
    try {
      const answer = await fetch(`${this.address}/files/${file.fileId}/content`, {
        headers: {
          authorization: `Bearer ${await this.options.token()}`,
          ...(at > 0 ? { range: `bytes=${at}-`, 'if-range': `"${file.sha256}"` } : {}),
        },
        signal: silent.signal,
      });
      if (answer.status !== (at > 0 ? 206 : 200) || !answer.body) throw await faultOf(answer);
      for await (const bytes of answer.body) {
        watchdog.moved();
        yield Buffer.from(bytes as Uint8Array);
      }
    } finally {
      watchdog.stop();
    }
  }

  private async again(error: unknown, tries: number): Promise<void> {
    if (isAppError(error) && error.kind !== 'transient') throw error;
    const waitMs = this.retryDelaysMs[tries];
    if (waitMs === undefined) throw isAppError(error) ? error : transferErrors.LINE_BROKEN({}, { cause: error });
    await delay(waitMs);
  }

  private get address(): string {
    if (!this.options.busUrl) throw transferErrors.BUS_URL_MISSING();
    return this.options.busUrl.replace(/\/$/, '');
  }
}

/** SHA-256 of a file, base64url. */
async function sha256Of(path: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const bytes of createReadStream(path)) sum.update(bytes as Buffer);
  return sum.digest('base64url');
}

/** Without an answer the line broke. */
function isRetried(status: number | undefined): boolean {
  return status === undefined || status >= 500 || RETRIED_STATUS.has(status);
}

function refusalOf(error: Error): Error {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  if (!answer || isRetried(answer.getStatus())) return transferErrors.LINE_BROKEN({}, { cause: error });
  return transferErrors.REFUSED({ code: codeIn(answer.getBody()) ?? `HTTP ${answer.getStatus()}` });
}

async function faultOf(answer: Response): Promise<Error> {
  const code = codeIn(await answer.text()) ?? `HTTP ${answer.status}`;
  return isRetried(answer.status) ? transferErrors.LINE_BROKEN() : transferErrors.REFUSED({ code });
}

function codeIn(problem: string): string | undefined {
  try {
    const { code } = JSON.parse(problem) as { readonly code?: unknown };
    return typeof code === 'string' ? code : undefined;
  } catch {
    return undefined;
  }
}
