import type { FileRef } from '@lienthong/envelope';

/**
 * `uploading` until all bytes came and were proved; `removing` from the decision to remove it, `removed` once its pieces
 * are gone. Only a `complete` file can be named by a message and fetched.
 */
export type FileState = 'uploading' | 'complete' | 'removing' | 'removed';

/** Why a file went: its upload stood still or was ended by its owner, it was not what was declared, nobody named it, or the payloads of all messages that name it are gone. */
export type RemovalReason = 'interrupted' | 'ended' | 'refused' | 'unnamed' | 'expired';

export interface StoredFile extends FileRef {
  /** The member that sends it. */
  readonly owner: string;
  readonly state: FileState;
  /** Bytes that are safe. */
  readonly received: number;
  readonly createdAt: Date;
  readonly completedAt?: Date;
  readonly removedAt?: Date;
  readonly removedWhy?: RemovalReason;
}

/** A piece in its place. */
export interface FilePiece {
  readonly pieceId: string;
  readonly startsAt: number;
  readonly size: number;
}

/** The file as a message names it. */
export function fileRefOf({ fileId, name, contentType, size, sha256 }: FileRef): FileRef {
  return { fileId, name, contentType, size, sha256 };
}
