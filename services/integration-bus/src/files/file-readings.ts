import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import type { StoredFile } from './file';
import { FileBytes } from './file-bytes';
import { fileEntry } from './file-entry';
import { FileRepository } from './file.repository';
import type { PieceRange } from './file-store';
import { fileErrors } from './files.errors';

/** Gives files to those who may have them; each time bytes go out, it is written down before the first one does. */
@Injectable()
export class FileReadings {
  constructor(
    private readonly files: FileRepository,
    private readonly bytes: FileBytes,
    private readonly clock: Clock,
  ) {}

  /**
   * The file, for its owner and for whoever was given a message that names it; to all others it does not exist.
   * @throws files.UNKNOWN, REMOVED, INCOMPLETE
   */
  async find(member: string, fileId: string): Promise<StoredFile> {
    const file = await this.files.findForReader(fileId, member);
    if (!file) throw fileErrors.UNKNOWN({ fileId });
    if (file.removedWhy) throw fileErrors.REMOVED({ fileId, why: file.removedWhy });
    if (file.state !== 'complete') throw fileErrors.INCOMPLETE({ fileId, received: file.received, size: file.size });
    return file;
  }

  /** The bytes, of which the first are at hand and the reading is recorded when it resolves. */
  async open(member: string, file: StoredFile, range: PieceRange): Promise<AsyncGenerator<Buffer>> {
    const bytes = this.bytes.read(file, range);
    const first = await bytes.next();
    const entry = fileEntry(this.clock, 'file-read', file, { member, ...range });
    const { logId, acceptedAt: at } = entry;
    await this.files.record({ logId, fileId: file.fileId, member, at, ...range }, entry);
    return withFirst(first, bytes);
  }
}

async function* withFirst(
  first: IteratorResult<Buffer, unknown>,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
