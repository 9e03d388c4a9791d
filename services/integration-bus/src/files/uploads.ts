import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@lienthong/kernel';
import type { FilePiece, StoredFile } from './file';
import { fileEntry } from './file-entry';
import { FileProof } from './file-proof';
import { FileRemoval } from './file-removal';
import { FileRepository } from './file.repository';
import { FileStore } from './file-store';
import { fileErrors } from './files.errors';
import { piecesOf } from './pieces';
import type { DeclaredFile } from './upload-headers.rules';

/** A piece is this large on a fast line, and holds what came in this time on a slow one. */
const PIECE = { bytes: 4 * 1_048_576, ageMs: 5_000 };

/** A part of an upload: whose, from which byte, and its bytes. */
export interface UploadPart {
  readonly member: string;
  readonly fileId: string;
  readonly offset: number;
  readonly body: AsyncIterable<Buffer>;
}

/** Whose a file is to be, and how many bytes of files are kept of that member. */
export interface FileOwner {
  readonly owner: string;
  readonly mostKept: number;
}

/** Takes files over piece by piece. All state is in database and store: any instance goes on where another stopped. */
@Injectable()
export class Uploads {
  constructor(
    private readonly files: FileRepository,
    private readonly store: FileStore,
    private readonly proof: FileProof,
    private readonly removal: FileRemoval,
    private readonly clock: Clock,
  ) {}

  /** The same file of the same member again is the same upload, or the file that stands. @throws files.OWNER_FULL */
  async begin(declared: DeclaredFile, { owner, mostKept }: FileOwner): Promise<StoredFile> {
    const wanted = { ...declared, fileId: newId(this.clock), owner, at: this.clock.now(), mostKept };
    const file = await this.files.begin(wanted);
    if (!file) throw fileErrors.OWNER_FULL({ owner, limitBytes: mostKept });
    return file;
  }

  /** How far the upload is. One whose bytes have all come is proved here when its last answer was lost. */
  async position(member: string, fileId: string): Promise<StoredFile> {
    const file = await this.ownUpload(member, fileId);
    if (file.state === 'uploading' && file.received === file.size) await this.finish(file);
    return file;
  }

  /** Takes the bytes from `offset` on; what came before a break is kept. Returns at which byte the upload stands. */
  async receive({ member, fileId, offset, body }: UploadPart): Promise<number> {
    const file = await this.ownUpload(member, fileId);
    if (file.state !== 'uploading' || offset !== file.received) throw fileErrors.OFFSET_PASSED({ fileId });
    let startsAt = offset;
    for await (const bytes of piecesOf(body, PIECE)) {
      if (startsAt + bytes.length > file.size) throw fileErrors.TOO_LARGE({ limitBytes: file.size });
      await this.keep(fileId, startsAt, bytes);
      startsAt += bytes.length;
    }
    if (startsAt === file.size) await this.finish(file);
    return startsAt;
  }

  /** The member gives the upload up. */
  async end(member: string, fileId: string): Promise<void> {
    const { state } = await this.ownUpload(member, fileId);
    if (state === 'complete') throw fileErrors.UPLOAD_ENDED({ fileId, why: 'complete' });
    await this.removal.endUpload(fileId, 'ended');
  }

  private async keep(fileId: string, startsAt: number, bytes: Buffer): Promise<void> {
    const piece: FilePiece = { pieceId: newId(this.clock), startsAt, size: bytes.length };
    await this.files.announce(fileId, piece);
    await this.store.put({ fileId, pieceId: piece.pieceId }, bytes);
    if (await this.files.place(fileId, piece, this.clock.now())) return;
    await this.store.remove(fileId, [piece.pieceId]);
    await this.files.forget(fileId, piece.pieceId);
    throw fileErrors.OFFSET_PASSED({ fileId });
  }

  private async finish(file: StoredFile): Promise<void> {
    const fault = await this.proof.faultOf(file);
    if (!fault) return this.files.complete(file.fileId, fileEntry(this.clock, 'file-stored', file));
    await this.removal.endUpload(file.fileId, 'refused');
    throw fault;
  }

  private async ownUpload(member: string, fileId: string): Promise<StoredFile> {
    const file = await this.files.find(fileId);
    if (file?.owner !== member) throw fileErrors.UNKNOWN({ fileId });
    if (file.removedWhy) throw fileErrors.UPLOAD_ENDED({ fileId, why: file.removedWhy });
    return file;
  }
}
