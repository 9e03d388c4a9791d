/** Part of a piece, both ends included. */
export interface PieceRange {
  readonly from: number;
  readonly to: number;
}

/** A piece of a file: written once, never changed. */
export interface PiecePlace {
  readonly fileId: string;
  readonly pieceId: string;
}

/**
 * Where the bodies of files lie, as pieces of a few MiB. What the pieces of a file are, the database knows; the store
 * needs no listing, no appending and no renaming, so that a folder and an object store serve alike.
 * Throws files.STORE_AWAY and files.STORE_FULL (transient), files.PIECE_MISSING.
 */
export abstract class FileStore {
  /** Resolves when the piece is safe. */
  abstract put(place: PiecePlace, bytes: Buffer): Promise<void>;
  /** A piece is small enough to be held in memory whole. */
  abstract read(place: PiecePlace, range: PieceRange): Promise<Buffer>;
  /** Removes pieces of one file, also those that never came. */
  abstract remove(fileId: string, pieceIds: readonly string[]): Promise<void>;
}
