import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { appendLog } from '../log/append-log';
import { fileEntry } from './file-entry';
import { fileOf, type FileRow } from './file.repository';
import { FORGET_PIECES, MARK_SERVED, MARK_UPLOAD, REMOVED, REMOVING } from './file.sql';
import { FileStore } from './file-store';
import { FilesConfig } from './files.config';

const AT_ONCE = 100;
/** A file that was named a moment ago is being named now. */
const BEING_NAMED_MS = 60_000;

interface RemovingRow {
  file_id: string;
  piece_ids: string[];
}

/**
 * Removes files: first the decision, with an entry of the log, from which on nobody gets the file; then the pieces in the
 * store. What is left of it after a crash, or because the store was away, goes with the next sweep.
 */
@Injectable()
export class FileRemoval {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly clock: Clock,
    private readonly config: FilesConfig,
  ) {}

  /** An upload that will never be whole. */
  async endUpload(fileId: string, why: 'ended' | 'refused'): Promise<void> {
    await this.mark(MARK_UPLOAD, [fileId, why]);
    await this.clear(fileId);
  }

  /** All that has served. Returns how many files were decided upon. */
  async sweep(): Promise<number> {
    const since = (ms: number): Date => new Date(this.clock.now().getTime() - ms);
    const { fileUploadIdleSeconds, fileUnnamedSeconds } = this.config;
    const before = [fileUploadIdleSeconds * 1_000, fileUnnamedSeconds * 1_000, BEING_NAMED_MS].map(since);
    const marked = await this.mark(MARK_SERVED, [...before, AT_ONCE]);
    await this.clear();
    return marked;
  }

  private mark(sql: string, parameters: readonly unknown[]): Promise<number> {
    return this.database.transaction(async (client) => {
      const { rows } = await client.query<FileRow>(sql, [...parameters]);
      const entries = rows.map(fileOf).map((file) => {
        return fileEntry(this.clock, 'file-removed', file, { why: file.removedWhy ?? '' });
      });
      if (entries.length > 0) await appendLog(client, entries);
      return rows.length;
    });
  }

  private async clear(fileId?: string): Promise<void> {
    const removing = await this.database.query<RemovingRow>(REMOVING, [fileId ?? null, AT_ONCE]);
    for (const { file_id, piece_ids } of removing) {
      await this.store.remove(file_id, piece_ids);
      await this.database.transaction(async (client) => {
        await client.query(FORGET_PIECES, [file_id, piece_ids]);
        await client.query(REMOVED, [file_id, this.clock.now()]);
      });
    }
  }
}
