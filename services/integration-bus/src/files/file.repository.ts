import { Injectable } from '@nestjs/common';
import { Database } from '@lienthong/persistence';
import { appendLog } from '../log/append-log';
import type { LogEntry } from '../log/log-entry';
import type { FilePiece, FileState, RemovalReason, StoredFile } from './file';
import {
  ANNOUNCE_PIECE,
  BEGIN_UPLOAD,
  COMPLETE_UPLOAD,
  FIND_FILE,
  FIND_FOR_READER,
  FORGET_PIECE,
  LOCK_OWNER,
  PIECES_OF,
  PLACE_PIECE,
  RECORD_READING,
} from './file.sql';
import type { DeclaredFile } from './upload-headers.rules';

export interface FileRow {
  file_id: string;
  owner: string;
  name: string;
  content_type: string;
  size: string;
  sha256: string;
  state: FileState;
  received: string;
  created_at: Date;
  completed_at: Date | null;
  removed_at: Date | null;
  removed_why: RemovalReason | null;
}

export interface NewUpload extends DeclaredFile {
  readonly fileId: string;
  readonly owner: string;
  readonly at: Date;
  /** Bytes that may be kept of the owner. */
  readonly mostKept: number;
}

export interface Reading {
  readonly logId: string;
  readonly fileId: string;
  readonly member: string;
  readonly at: Date;
  readonly from: number;
  readonly to: number;
}

/** Files and their pieces as the database knows them. */
@Injectable()
export class FileRepository {
  constructor(private readonly database: Database) {}

  /** Nothing when too much would be kept of the owner. */
  begin({ fileId, owner, at, mostKept, ...declared }: NewUpload): Promise<StoredFile | undefined> {
    const { name, contentType, size, sha256 } = declared;
    return this.database.transaction(async (client) => {
      await client.query(LOCK_OWNER, [owner]);
      const values = [fileId, owner, name, contentType, size, sha256, at, mostKept];
      const { rows } = await client.query<FileRow>(BEGIN_UPLOAD, values);
      return rows.map(fileOf)[0];
    });
  }

  async find(fileId: string): Promise<StoredFile | undefined> {
    const [row] = await this.database.query<FileRow>(FIND_FILE, [fileId]);
    return row && fileOf(row);
  }

  async findForReader(fileId: string, member: string): Promise<StoredFile | undefined> {
    const [row] = await this.database.query<FileRow>(FIND_FOR_READER, [fileId, member]);
    return row && fileOf(row);
  }

  async announce(fileId: string, { pieceId, startsAt, size }: FilePiece): Promise<void> {
    await this.database.query(ANNOUNCE_PIECE, [fileId, pieceId, startsAt, size]);
  }

  /** Returns whether the file still stood at the first byte of the piece. */
  async place(fileId: string, { pieceId, startsAt, size }: FilePiece, at: Date): Promise<boolean> {
    return (await this.database.query(PLACE_PIECE, [fileId, pieceId, startsAt, size, at])).length === 1;
  }

  async forget(fileId: string, pieceId: string): Promise<void> {
    await this.database.query(FORGET_PIECE, [fileId, pieceId]);
  }

  async pieces(fileId: string, from: number, to: number): Promise<FilePiece[]> {
    const rows = await this.database.query<{ piece_id: string; starts_at: string; size: number }>(PIECES_OF, [
      fileId,
      from,
      to,
    ]);
    return rows.map(({ piece_id: pieceId, starts_at, size }) => ({ pieceId, startsAt: Number(starts_at), size }));
  }

  /** All bytes came and were proved; said once in the log. */
  complete(fileId: string, entry: LogEntry): Promise<void> {
    return this.database.transaction(async (client) => {
      const { rowCount } = await client.query(COMPLETE_UPLOAD, [fileId, entry.acceptedAt]);
      if (rowCount === 1) await appendLog(client, [entry]);
    });
  }

  record({ logId, fileId, member, at, from, to }: Reading, entry: LogEntry): Promise<void> {
    return this.database.transaction(async (client) => {
      await client.query(RECORD_READING, [logId, fileId, member, at, from, to]);
      await appendLog(client, [entry]);
    });
  }
}

export function fileOf(row: FileRow): StoredFile {
  return {
    ...{ fileId: row.file_id, owner: row.owner, name: row.name, contentType: row.content_type },
    ...{ size: Number(row.size), sha256: row.sha256, state: row.state, received: Number(row.received) },
    createdAt: row.created_at,
    ...(row.completed_at ? { completedAt: row.completed_at } : {}),
    ...(row.removed_at ? { removedAt: row.removed_at } : {}),
    ...(row.removed_why ? { removedWhy: row.removed_why } : {}),
  };
}
