import { createHash, randomFillSync } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import type { FileRef } from '@lienthong/envelope';
import { OffsetClock } from '@lienthong/kernel';
import { Files, memberSigner, memberToken } from '@lienthong/service-host';
import { ApiClient } from '@lienthong/testing';
import type { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { specScan } from './scan.mother';

const MIB = 1_048_576;
export const PART = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };
const PDF = { name: 'Hợp đồng chuyển nhượng.pdf', contentType: 'application/pdf' };

/** Scans on a disk of their own. */
export class ScanFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'lienthong-scans-'));
  private made = 0;

  /** A file that begins as a PDF does, and never one like another. */
  async pdf(bytes: number): Promise<string> {
    const path = join(this.path, `${(this.made += 1)}.pdf`);
    const file = createWriteStream(path);
    file.write('%PDF-1.7\n');
    for (let left = bytes - 9; left > 0; left -= MIB) {
      if (!file.write(randomFillSync(Buffer.alloc(Math.min(MIB, left))))) await once(file, 'drain');
    }
    file.end();
    await once(file, 'close');
    if (statSync(path).size !== bytes) throw new Error('the scan has another size');
    return path;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A member that stores, names and fetches files. */
export class FilesMember {
  private number = 0;

  constructor(
    readonly code: string,
    private readonly bus: SpecBus,
    private readonly url = `http://127.0.0.1:${bus.running.port}`,
  ) {}

  token(): Promise<string> {
    return memberToken(this.code, memberSigner(this.bus.home.folder, this.code), new OffsetClock());
  }

  get files(): Files {
    const retryDelaysMs = Array.from({ length: 20 }, () => 100);
    return new Files({ busUrl: this.url, token: () => this.token(), retryDelaysMs, silenceMs: 10_000 });
  }

  upload(path: string): Promise<FileRef> {
    return this.files.upload(path, PDF);
  }

  /** Declares the file at `path` without sending a byte. Returns the address of the upload. */
  async declare(path: string): Promise<string> {
    const headers = declaring({ ...asFile(readFileSync(path)), ...PDF });
    const answer = await (await this.api()).call('/uploads', { method: 'POST', headers });
    return answer.headers.get('location') ?? '';
  }

  /** Sends the bytes of the file from `offset` on, once. */
  async patch(
    upload: string,
    offset: number,
    path: string,
  ): Promise<{ status: number; code?: string; retryAfter?: string }> {
    const answer = await fetch(`${this.url}${upload}`, {
      method: 'PATCH',
      headers: { ...PART, authorization: `Bearer ${await this.token()}`, 'upload-offset': String(offset) },
      body: new Uint8Array(readFileSync(path).subarray(offset)),
    });
    const { code } = (answer.status < 300 ? {} : await answer.json()) as { code?: string };
    const retryAfter = answer.headers.get('retry-after');
    return { status: answer.status, ...(code ? { code } : {}), ...(retryAfter ? { retryAfter } : {}) };
  }

  async api(): Promise<ApiClient> {
    return new ApiClient(this.url, await this.token());
  }

  /** The file as the member gets it. Returns its hash. */
  async fetched(file: FileRef): Promise<string> {
    const sum = createHash('sha256');
    for await (const bytes of this.files.read(file)) sum.update(bytes);
    return sum.digest('base64url');
  }

  /** Sends a message that names the file; returns the dossier that it is about. */
  async sends(file: FileRef, to: string): Promise<string> {
    const dossierCode = dossier((this.number += 1));
    const { type, dataschema } = specScan;
    const wish = { dossierCode, sequence: 1, body: { dossierCode, scan: file }, attributes: { type, dataschema } };
    const records = this.bus.member(this.code).notices([{ ...wish, to: [{ member: to, office: 'bien-hoa' }] }]);
    await this.bus.exchange.process(records);
    return dossierCode;
  }

  /** Why the message about a dossier was rejected; undefined when it was taken over. */
  async refusalOf(dossierCode: string): Promise<string | undefined> {
    const rows = await this.bus.rows<{ kind: string; code: string | null }>(
      `select kind, verdict ->> 'code' as code from log_entry where subject = $1 and sender = $2`,
      [dossierCode, this.code],
    );
    if (rows.length !== 1) throw new Error(`${rows.length} entries about ${dossierCode}`);
    return rows[0]?.code ?? undefined;
  }
}

/** Headers with which a file is declared. */
export function declaring(file: Omit<FileRef, 'fileId'>): Record<string, string> {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const said = { filename: file.name, filetype: file.contentType, sha256: file.sha256 };
  return {
    'tus-resumable': '1.0.0',
    'upload-length': String(file.size),
    'upload-metadata': Object.entries(said)
      .map(([key, value]) => `${key} ${base64(value)}`)
      .join(','),
  };
}

/** Bytes as a file that a member declares. */
export function asFile(bytes: Buffer, contentType = 'application/pdf'): Omit<FileRef, 'fileId'> {
  const sha256 = createHash('sha256').update(bytes).digest('base64url');
  return { name: 'giấy tờ', contentType, size: bytes.length, sha256 };
}
