import { Injectable } from '@nestjs/common';
import { instantText, isId } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { httpErrors, type ListRequest, type Page, pageOf, placeOf } from '@lienthong/service-host';
import { type FileState, fileRefOf, type RemovalReason, type StoredFile } from './file';
import { fileOf, type FileRow } from './file.repository';
import { FIND_FILE, FIND_FOR_READER, LIST_FILES, MESSAGES_NAMING, READINGS_OF } from './file.sql';
import { fileErrors } from './files.errors';
import type { ListFilesRequest } from './list-files.request';

/** A file as those see it who may. */
export interface FileView {
  readonly fileId: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly owner: string;
  readonly state: FileState;
  readonly received: number;
  readonly createdAt: string;
  readonly completedAt?: string;
  readonly removedAt?: string;
  readonly removedWhy?: RemovalReason;
}

export interface NamingMessage {
  readonly logId: string;
  readonly sender: string;
  readonly id: string;
  readonly type: string;
  readonly dossierCode?: string;
  readonly acceptedAt: string;
}

/** One time at which bytes of a file went out. */
export interface FileReadingView {
  readonly logId: string;
  readonly member: string;
  readonly at: string;
  readonly from: number;
  readonly to: number;
}

interface ReadingRow {
  log_id: string;
  member: string;
  at: Date;
  from_byte: string;
  to_byte: string;
}

interface NamingRow {
  log_id: string;
  sender: string;
  id: string;
  type: string;
  subject: string | null;
  accepted_at: Date;
}

const MOST_MESSAGES = 100;

/** What is known of files; no bodies. */
@Injectable()
export class FilesQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list({ owner, state, limit, cursor }: ListFilesRequest): Promise<Page<FileView>> {
    const after = cursor === undefined ? null : idOf(cursor);
    const rows = await this.unitOfWork.query<FileRow>(LIST_FILES, [owner ?? null, state ?? null, after, limit + 1]);
    return pageOf(rows, limit, { view: (row) => viewOf(fileOf(row)), place: ({ file_id }) => [file_id] });
  }

  /** For a member that sent it or was given it; for an operator (no member) any. @throws files.UNKNOWN */
  async find(fileId: string, member?: string): Promise<FileView> {
    const [sql, values] = member === undefined ? [FIND_FILE, [fileId]] : [FIND_FOR_READER, [fileId, member]];
    const [row] = await this.unitOfWork.query<FileRow>(sql, values);
    if (!row) throw fileErrors.UNKNOWN({ fileId });
    return viewOf(fileOf(row));
  }

  async namedBy(fileId: string): Promise<readonly NamingMessage[]> {
    const rows = await this.unitOfWork.query<NamingRow>(MESSAGES_NAMING, [fileId, MOST_MESSAGES]);
    return rows.map(({ log_id: logId, sender, id, type, subject, accepted_at }) => ({
      ...{ logId, sender, id, type },
      ...(subject === null ? {} : { dossierCode: subject }),
      acceptedAt: instantText(accepted_at),
    }));
  }

  async readings(fileId: string, { limit, cursor }: ListRequest): Promise<Page<FileReadingView>> {
    const after = cursor === undefined ? null : idOf(cursor);
    const rows = await this.unitOfWork.query<ReadingRow>(READINGS_OF, [fileId, after, limit + 1]);
    const view = ({ log_id: logId, member, at, from_byte, to_byte }: ReadingRow): FileReadingView => ({
      ...{ logId, member, at: instantText(at), from: Number(from_byte), to: Number(to_byte) },
    });
    return pageOf(rows, limit, { view, place: ({ log_id }) => [log_id] });
  }
}

function viewOf(file: StoredFile): FileView {
  const { owner, state, received, createdAt, completedAt, removedAt, removedWhy } = file;
  return {
    ...fileRefOf(file),
    ...{ owner, state, received, createdAt: instantText(createdAt) },
    ...(completedAt ? { completedAt: instantText(completedAt) } : {}),
    ...(removedAt ? { removedAt: instantText(removedAt) } : {}),
    ...(removedWhy ? { removedWhy } : {}),
  };
}

function idOf(cursor: string): string {
  const [id = ''] = placeOf(cursor, 1);
  if (!isId(id)) throw httpErrors.CURSOR_INVALID();
  return id;
}
