import { instantText } from '@lienthong/kernel';
import type { AskedAct } from './act';
import { isOverdue } from './act.rules';

/** An act as operators see it. */
export interface ActView {
  readonly id: string;
  readonly kind: string;
  readonly effect: AskedAct['effect'];
  readonly content: object;
  readonly reason: string;
  readonly state: AskedAct['state'];
  readonly askedBy: string;
  readonly askedAt: string;
  /** By then a restricting act is to be confirmed, and a proposal to be taken up. */
  readonly dueAt: string;
  /** It restricts, is in force, and nobody has confirmed it in time. */
  readonly overdue: boolean;
  readonly settledBy?: string;
  readonly settledAt?: string;
  readonly settledReason?: string;
  /** What carrying it out gave. */
  readonly result?: object;
  /** The entry of the log by which it was asked for. */
  readonly logId: string;
}

export interface ActRow {
  id: string;
  kind: string;
  effect: AskedAct['effect'];
  content: object;
  reason: string;
  state: AskedAct['state'];
  asked_by: string;
  asked_at: Date;
  due_at: Date;
  settled_by: string | null;
  settled_at: Date | null;
  settled_reason: string | null;
  result: object | null;
  log_id: string;
}

export function askedActOf({ asked_by: askedBy, asked_at: askedAt, due_at: dueAt, ...row }: ActRow): AskedAct {
  const { id, kind, effect, content, reason, state } = row;
  return { id, kind, effect, content, reason, state, askedBy, askedAt, dueAt };
}

export function actView(row: ActRow, now: Date): ActView {
  const { id, kind, effect, content, reason, state } = row;
  return {
    ...{ id, kind, effect, content, reason, state, askedBy: row.asked_by, askedAt: instantText(row.asked_at) },
    ...{ dueAt: instantText(row.due_at), overdue: isOverdue(askedActOf(row), now), logId: row.log_id },
    ...(row.settled_by === null ? {} : { settledBy: row.settled_by }),
    ...(row.settled_at === null ? {} : { settledAt: instantText(row.settled_at) }),
    ...(row.settled_reason === null ? {} : { settledReason: row.settled_reason }),
    ...(row.result === null ? {} : { result: row.result }),
  };
}
