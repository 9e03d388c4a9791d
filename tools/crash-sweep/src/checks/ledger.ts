import type { ServiceName } from '../../../local-infra/src';
import { sweepFiles } from '../effects/orders';
import { type Handling, readHandlings } from '../effects/witness';
import type { Databases } from '../stage/databases';

/** A message as its sender recorded it. */
export interface Sent {
  readonly sender: string;
  readonly id: string;
  readonly stream: string;
  readonly epoch: number;
  readonly seq: number;
  readonly type: string;
  readonly subject: string | null;
  readonly recipients: string;
  readonly at: Date;
  readonly sentAt: Date | null;
  readonly accepted: boolean;
  readonly rejected: boolean;
}

/** A message as the bus took it. */
export interface Appended {
  readonly logId: string;
  readonly sender: string;
  readonly id: string;
  readonly stream: string;
  readonly seq: number;
  readonly at: Date;
}

export interface Delivered {
  readonly recipient: string;
  readonly stream: string;
  readonly epoch: number;
  readonly seq: number;
  readonly logId: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly ackKind: string | null;
}

/** A message as its recipient marked it. */
export interface Handled {
  readonly recipient: string;
  readonly sender: string;
  readonly id: string;
  readonly stream: string;
  readonly seq: number;
  readonly outcome: string;
  readonly at: Date;
}

/** One time that a message was handled, as its recipient marked it; in the order of the recipient's marks. */
export type Witnessed = Handling & { readonly recipient: string };

/** The last number of a stream, as somebody counts it. */
export interface Count {
  readonly key: string;
  readonly last: number;
}

export interface Ledger {
  readonly sent: readonly Sent[];
  readonly appended: readonly Appended[];
  readonly delivered: readonly Delivered[];
  readonly handled: readonly Handled[];
  readonly witnessed: readonly Witnessed[];
  /** Rows that wait or are set aside, by place. */
  readonly aside: readonly { readonly place: string; readonly text: string; readonly stream: string | null }[];
  /** `<member>|<stream>` as the bus counts what came. */
  readonly busIn: readonly Count[];
  readonly busOut: readonly Count[];
  /** `<member>|<stream>` as each recipient counts what came. */
  readonly memberIn: readonly Count[];
}

const SENT = `select $1 as sender, id, stream, epoch, seq::int, type, subject, recipients, recorded_at as at,
  sent_at as "sentAt", accepted_at is not null as accepted, rejected_at is not null as rejected from outbox order by ord`;
const APPENDED = `select log_id as "logId", sender, id, stream, (attributes ->> 'sequence')::int as seq, accepted_at as at
  from log_entry where kind = 'accepted' order by log_id`;
const DELIVERED = `select d.recipient, d.stream, d.epoch, d.seq::int, d.log_id as "logId", d.state, d.outcome,
  a.kind as "ackKind" from delivery d left join log_entry a on a.log_id = d.ack_log_id
  order by d.recipient, d.stream, d.epoch, d.seq`;
const HANDLED = `select $1 as recipient, sender, id, stream, seq::int, outcome, handled_at as at from inbox
  order by stream, seq`;
const PARKED = `select $1 || ' parked' as place, sender || ' ' || id || ': ' || cause || ' ' || detail as text, stream from parked`;
const STASHED = `select $1 || ' stash' as place, sender || ' ' || id as text, stream from stash`;
const BUS_STASHED = `select 'bus stash' as place, key || ' number ' || seq as text, split_part(key, '|', 2) as stream from stash`;
const BUS_REJECTED = `select 'bus rejections' as place, sender || ' ' || id || ': ' || code || ' ' || text as text, null as stream
  from rejection`;
const MEMBER_IN = `select $1 || '|' || key as key, last_in::int as last from stream_in where last_in > 0`;

const BUS: ServiceName = 'integration-bus';

export interface LedgerSources {
  readonly databases: Databases;
  readonly members: readonly ServiceName[];
  /** Where the processes write their handlings. */
  readonly folder: string;
}

/** Reads the messaging tables of all services, and what the members were seen to handle. */
export async function readLedger({ databases, members, folder }: LedgerSources): Promise<Ledger> {
  const ofAll = async <R extends object>(sql: string): Promise<R[]> =>
    (await Promise.all(members.map((member) => databases.rows<R>(member, sql, [member])))).flat();
  const [sent, handled, memberIn, parked, stashed] = await Promise.all([
    ofAll<Sent>(SENT),
    ofAll<Handled>(HANDLED),
    ofAll<Count>(MEMBER_IN),
    ofAll<Ledger['aside'][number]>(PARKED),
    ofAll<Ledger['aside'][number]>(STASHED),
  ]);
  const atTheBus = <R extends object>(sql: string): Promise<R[]> => databases.rows<R>(BUS, sql);
  return {
    sent,
    handled,
    memberIn,
    witnessed: members.flatMap((recipient) =>
      readHandlings(sweepFiles(folder, recipient).handlings).map((handling) => ({ ...handling, recipient })),
    ),
    appended: await atTheBus<Appended>(APPENDED),
    delivered: await atTheBus<Delivered>(DELIVERED),
    aside: [
      ...parked,
      ...stashed,
      ...(await atTheBus<Ledger['aside'][number]>(BUS_STASHED)),
      ...(await atTheBus<Ledger['aside'][number]>(BUS_REJECTED)),
    ],
    busIn: await atTheBus<Count>('select key, last_in::int as last from stream_in where last_in > 0'),
    busOut: await atTheBus<Count>('select key, next_out::int - 1 as last from stream_out'),
  };
}

/** Marks of which only the row tells: a process that is killed as its commit is answered cannot write it down. */
export function unwitnessed({ handled, witnessed }: Pick<Ledger, 'handled' | 'witnessed'>): Handled[] {
  const keyOf = ({ recipient, sender, id }: Omit<Witnessed, 'at'> | Handled): string => `${recipient}|${sender}|${id}`;
  const seen = new Set(witnessed.map(keyOf));
  return handled.filter((row) => !seen.has(keyOf(row)));
}
