import { Injectable } from '@nestjs/common';
import type { StoredFile } from './file';
import { FileRepository } from './file.repository';
import { FileStore, type PieceRange } from './file-store';
import { fileErrors } from './files.errors';

/** The body of a file from its pieces, one piece in memory at a time. */
@Injectable()
export class FileBytes {
  constructor(
    private readonly files: FileRepository,
    private readonly store: FileStore,
  ) {}

  /** @throws files.PIECE_MISSING, STORE_AWAY */
  async *read({ fileId }: StoredFile, { from, to }: PieceRange): AsyncGenerator<Buffer> {
    let next = from;
    for (const { pieceId, startsAt, size } of await this.files.pieces(fileId, from, to)) {
      if (startsAt > next) throw fileErrors.PIECE_MISSING();
      const last = Math.min(to, startsAt + size - 1);
      yield await this.store.read({ fileId, pieceId }, { from: next - startsAt, to: last - startsAt });
      next = last + 1;
    }
    if (next <= to) throw fileErrors.PIECE_MISSING();
  }
}
