import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isAppError } from '@lienthong/kernel';
import { fileErrors } from './files.errors';
import { FileStore, type PiecePlace, type PieceRange } from './file-store';

const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);
const READABLE_BY_OWNER = 0o600;

/** Pieces as files `<folder>/<file>/<piece>`; a folder on a shared disk serves several instances. */
export class FilesystemFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(place: PiecePlace, bytes: Buffer): Promise<void> {
    try {
      await mkdir(join(this.folder, place.fileId), { recursive: true });
      const coming = `${this.pathOf(place)}.coming`;
      await writeSafely(coming, bytes);
      await rename(coming, this.pathOf(place));
      await sync(join(this.folder, place.fileId));
    } catch (error) {
      throw faultOf(error);
    }
  }

  async read(place: PiecePlace, { from, to }: PieceRange): Promise<Buffer> {
    try {
      const handle = await open(this.pathOf(place));
      const length = to - from + 1;
      const { buffer, bytesRead } = await handle
        .read(Buffer.allocUnsafe(length), 0, length, from)
        .finally(() => handle.close());
      if (bytesRead < length) throw fileErrors.PIECE_MISSING();
      return buffer;
    } catch (error) {
      throw faultOf(error);
    }
  }

  async remove(fileId: string, pieceIds: readonly string[]): Promise<void> {
    try {
      for (const pieceId of pieceIds) {
        const path = this.pathOf({ fileId, pieceId });
        await Promise.all([rm(path, { force: true }), rm(`${path}.coming`, { force: true })]);
      }
      await rmdir(join(this.folder, fileId)).catch(() => undefined);
    } catch (error) {
      throw faultOf(error);
    }
  }

  private pathOf({ fileId, pieceId }: PiecePlace): string {
    return join(this.folder, fileId, pieceId);
  }
}

async function writeSafely(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'w', READABLE_BY_OWNER);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

function faultOf(cause: unknown): Error {
  if (isAppError(cause)) return cause;
  const { code } = cause as { code?: unknown };
  if (FULL.has(code)) return fileErrors.STORE_FULL({}, { cause });
  return code === 'ENOENT' ? fileErrors.PIECE_MISSING({}, { cause }) : fileErrors.STORE_AWAY({}, { cause });
}
