import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AppError } from '@lienthong/kernel';
import { contentTypeOf } from './content-type';
import type { StoredFile } from './file';
import { FileBytes } from './file-bytes';
import { fileErrors } from './files.errors';

/** By so many first bytes a type is known; Office documents say theirs in their first entries. */
const HEAD_BYTES = 1_048_576;

/** Whether what lies in the store is what was declared; read back from there, whatever the line or the disk did to it. */
@Injectable()
export class FileProof {
  constructor(private readonly bytes: FileBytes) {}

  /** The first fault: files.HASH_DIFFERS, TYPE_DIFFERS. */
  async faultOf(file: StoredFile): Promise<AppError | undefined> {
    const { sha256, contentType, size } = file;
    const sum = createHash('sha256');
    for await (const piece of this.bytes.read(file, { from: 0, to: size - 1 })) sum.update(piece);
    const found = sum.digest('base64url');
    if (found !== sha256) return fileErrors.HASH_DIFFERS({ found, sha256 });
    const type = await contentTypeOf(await this.head(file));
    return type === contentType ? undefined : fileErrors.TYPE_DIFFERS({ found: type ?? 'unknown', contentType });
  }

  private async head(file: StoredFile): Promise<Buffer> {
    const pieces: Buffer[] = [];
    const to = Math.min(HEAD_BYTES, file.size) - 1;
    for await (const piece of this.bytes.read(file, { from: 0, to })) pieces.push(piece);
    return Buffer.concat(pieces);
  }
}
