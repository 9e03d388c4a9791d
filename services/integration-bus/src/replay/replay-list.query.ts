import { Injectable } from '@nestjs/common';
import { instantText, isId } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { httpErrors, type Page, pageOf, placeOf } from '@lienthong/service-host';
import { busErrors } from '../integration-bus.errors';
import { LIST_REPLAYS } from './replay.sql';
import type { ListReplaysRequest } from './replay.request';

/** A replay and how far it has come. */
export interface ReplayView {
  readonly id: string;
  /** `again`: deliveries once more; `history`: the past for a new subscriber; `restored`: for a member whose database went back. */
  readonly kind: 'again' | 'history' | 'restored';
  readonly content: object;
  readonly reason: string;
  readonly by: readonly string[];
  readonly perSecond: number;
  readonly state: 'running' | 'done' | 'stopped';
  /** Of a restored member: since when its answers are looked for, and whether that goes on still. */
  readonly answeredSince?: string;
  readonly isSearching?: boolean;
  /** Messages that fitted when it began; of a restored member as far as was looked. */
  readonly found: number;
  readonly sent: number;
  /** Not sent, by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly toDo: number;
  /** Sent and not answered. */
  readonly open: number;
  readonly begunAt: string;
  readonly doneAt?: string;
}

interface ReplayRow {
  id: string;
  kind: ReplayView['kind'];
  content: object;
  reason: string;
  by: readonly string[];
  per_second: number;
  state: ReplayView['state'];
  found: string;
  sent: string;
  left_out: Readonly<Record<string, number>>;
  to_do: number;
  open: number;
  begun_at: Date;
  done_at: Date | null;
  restored_since: Date | null;
  is_searching: boolean;
}

@Injectable()
export class ReplayList {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async page({ limit, cursor }: ListReplaysRequest): Promise<Page<ReplayView>> {
    const place = cursor === undefined ? [null, null] : placeAfter(cursor);
    const rows = await this.unitOfWork.query<ReplayRow>(LIST_REPLAYS, [...place, limit + 1, null]);
    return pageOf(rows, limit, { view: viewOf, place: (row) => [row.begun_at.toISOString(), row.id] });
  }

  /** @throws integration-bus.REPLAY_UNKNOWN */
  async get(id: string): Promise<ReplayView> {
    const [row] = await this.unitOfWork.query<ReplayRow>(LIST_REPLAYS, [null, null, 1, id]);
    if (!row) throw busErrors.REPLAY_UNKNOWN({ id });
    return viewOf(row);
  }
}

function placeAfter(cursor: string): readonly string[] {
  const [at = '', id = ''] = placeOf(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !isId(id)) throw httpErrors.CURSOR_INVALID();
  return [at, id];
}

function viewOf(row: ReplayRow): ReplayView {
  const { id, kind, content, reason, by, state } = row;
  return {
    ...{ id, kind, content, reason, by, perSecond: row.per_second, state, found: Number(row.found) },
    ...{ sent: Number(row.sent), leftOut: row.left_out, toDo: row.to_do, open: row.open },
    begunAt: instantText(row.begun_at),
    ...(row.done_at ? { doneAt: instantText(row.done_at) } : {}),
    ...(row.restored_since ? { answeredSince: instantText(row.restored_since) } : {}),
    ...(row.restored_since && state === 'running' ? { isSearching: row.is_searching } : {}),
  };
}
