import { type BookLine, type BookPageV1, type BookWantedV1, canonicalBytes, leafOf } from '@lienthong/envelope';
import { idFloor } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import { BUS_MEMBER } from '../inbox/incoming';
import { attributesOf } from '../outbox/outbox-source';
import { RECEIVED_BOOK, SENT_BOOK } from './book.sql';

/** Lines of one page, and its bytes: well below 256 KiB. */
const MOST_LINES = 400;
const MOST_BYTES = 180 * 1_024;

interface SentRow {
  id: string;
  stream: string;
  epoch: number;
  seq: string;
  type: string;
  subject: string | null;
  time: string;
  dataschema: string;
  sender_office: string;
  recipients: string;
  causation_id: string | null;
  content_hash: string;
  is_accepted: boolean;
  is_rejected: boolean;
}

interface ReceivedRow {
  sender: string;
  id: string;
  stream: string;
  seq: string;
  hash: string;
  outcome: BookLine['state'];
}

/** One page of a member's book; `after` is the `next` of the page before. */
export async function readPage(client: ClientBase, member: string, wanted: BookWantedV1): Promise<BookPageV1> {
  const { run, side, after } = wanted;
  const lines = await (side === 'sent' ? sentLines(client, member, wanted) : receivedLines(client, wanted));
  const items = fitting(lines);
  const last = items.at(-1);
  const isLast = items.length === lines.length && lines.length <= MOST_LINES;
  return {
    ...{ run, side, items },
    ...(after === undefined ? {} : { after }),
    ...(isLast || !last ? {} : { next: side === 'sent' ? last.id : `${last.id} ${last.sender}` }),
  };
}

async function sentLines(client: ClientBase, member: string, wanted: BookWantedV1): Promise<BookLine[]> {
  const parameters = [...span(wanted), wanted.after ?? null, MOST_LINES + 1];
  const { rows } = await client.query<SentRow>(SENT_BOOK, parameters);
  return rows.map((row) => {
    const { id, stream, epoch, recipients } = row;
    const state = row.is_rejected ? 'rejected' : row.is_accepted ? 'accepted' : 'open';
    const hash = leafOf(attributesOf(member, outboxRow(row))).toString('base64url');
    return { sender: member, id, stream, epoch, sequence: Number(row.seq), hash, recipients, state };
  });
}

async function receivedLines(client: ClientBase, wanted: BookWantedV1): Promise<BookLine[]> {
  const [id = null, sender = null] = wanted.after?.split(' ') ?? [];
  const parameters = [...span(wanted), id, sender, MOST_LINES + 1, BUS_MEMBER];
  const { rows } = await client.query<ReceivedRow>(RECEIVED_BOOK, parameters);
  return rows.map(({ seq, outcome: state, ...row }) => ({ ...row, sequence: Number(seq), state }));
}

function outboxRow(row: SentRow): Parameters<typeof attributesOf>[1] {
  const { id, stream, epoch, type, time, dataschema, recipients } = row;
  return {
    ...{ id, stream, epoch, seq: Number(row.seq), type, time, dataschema, recipients },
    ...{ senderOffice: row.sender_office, contentHash: row.content_hash },
    ...(row.subject ? { subject: row.subject } : {}),
    ...(row.causation_id ? { causationId: row.causation_id } : {}),
  };
}

/** As many lines as a page takes. */
function fitting(lines: readonly BookLine[]): BookLine[] {
  const items: BookLine[] = [];
  let bytes = 0;
  for (const line of lines.slice(0, MOST_LINES)) {
    bytes += canonicalBytes(line).length + 1;
    if (bytes > MOST_BYTES && items.length > 0) break;
    items.push(line);
  }
  return items;
}

function span({ from, to }: BookWantedV1): readonly [string, string] {
  return [idFloor(new Date(from)), idFloor(new Date(to))];
}
