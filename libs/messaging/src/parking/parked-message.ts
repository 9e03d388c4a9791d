import { instantText, type Language } from '@lienthong/kernel';
import { NO_SENDER } from './parked-row';

/** A parked message as operators see it: neither its payload nor the technical detail of its fault. */
export interface ParkedMessage {
  /** `-` when it could not be read. */
  readonly sender: string;
  /** The message's id, `<id>.<hash>` for another message under a known id, or a digest of an unreadable record. */
  readonly id: string;
  readonly type?: string;
  readonly subject?: string;
  readonly stream?: string;
  readonly epoch?: number;
  readonly number?: number;
  /** Salted hash of the content, and the schema revision, as the record says. */
  readonly hash?: string;
  readonly schema?: string;
  readonly cause: string;
  readonly texts: Readonly<Record<Language, string>>;
  readonly attempts: number;
  readonly firstParkedAt: string;
  readonly lastAttemptAt: string;
  readonly holdsStream: boolean;
  /** Messages of its stream that wait behind it. */
  readonly waitingBehind: number;
  /** A message beside its stream (known identity or number) can only be discarded. */
  readonly isReleasable: boolean;
  /** Topic, partition and offset under which it came. */
  readonly arrivedAs: string;
}

/** The place of a parked message in the list. */
export interface ParkedPlace {
  readonly parkedAt: string;
  readonly sender: string;
  readonly id: string;
}

export interface ParkedListing {
  readonly order: 'newest' | 'oldest';
  readonly limit: number;
  readonly after?: ParkedPlace;
}

/** The person who decides, as the token names them. */
export interface Operator {
  readonly id: string;
  readonly office: string;
}

export interface ParkedColumns {
  readonly sender: string;
  readonly id: string;
  readonly stream: string | null;
  readonly epoch: number | null;
  readonly seq: string | null;
  readonly holds_stream: boolean;
  readonly cause: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly arrived_as: string;
  readonly attempts: number;
  readonly parked_at: Date;
}

export interface ListedColumns extends ParkedColumns {
  readonly text_vi: string;
  readonly text_en: string;
  readonly last_attempt_at: Date;
  readonly waiting: string;
}

/** Only what stands where its number is next may go in again; an unreadable record is read again. */
export function isReleasable({ holds_stream, sender }: Pick<ParkedColumns, 'holds_stream' | 'sender'>): boolean {
  return holds_stream || sender === NO_SENDER;
}

/** The row as operators see it. */
export function parkedMessage(row: ListedColumns): ParkedMessage {
  const { ce_type: type, ce_subject: subject, ce_contenthash: hash, ce_dataschema: schema } = row.headers;
  return {
    sender: row.sender,
    id: row.id,
    ...(type ? { type } : {}),
    ...(subject ? { subject } : {}),
    ...(row.stream ? { stream: row.stream, epoch: row.epoch ?? 0, number: Number(row.seq) } : {}),
    ...(hash ? { hash } : {}),
    ...(schema ? { schema } : {}),
    cause: row.cause,
    texts: { vi: row.text_vi, en: row.text_en },
    attempts: row.attempts,
    firstParkedAt: instantText(row.parked_at),
    lastAttemptAt: instantText(row.last_attempt_at),
    holdsStream: row.holds_stream,
    waitingBehind: Number(row.waiting),
    isReleasable: isReleasable(row),
    arrivedAs: row.arrived_as,
  };
}
