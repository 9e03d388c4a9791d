import {
  type BookLine,
  BookPageV1,
  type BookSide,
  parseCanonical,
  PROTOCOL_TYPES,
  validateBody,
} from '@lienthong/envelope';
import type { ClientBase } from 'pg';
import { BOOKS, KEEP_PAGE, NEW_PAGES, PAGES, SEEN_PAGES } from './reconciliation.sql';

/** A member's book as far as it came. */
export interface Book {
  readonly member: string;
  readonly side: BookSide;
  readonly is_complete: boolean;
  /** It is waited for: the member is on Kafka, or has shown books lately. */
  readonly is_expected: boolean;
  readonly pages: number;
  readonly lines: number;
}

interface PageRow {
  log_id: string;
  sender: string;
  value: Buffer;
}

/** Takes the pages that came since; one that does not go on where its book ended is passed over, and asked for again. */
export async function gatherPages(client: ClientBase, run: { id: string; seen_log_id: string }): Promise<void> {
  let seen = run.seen_log_id;
  for (;;) {
    const { rows } = await client.query<PageRow>(NEW_PAGES, [PROTOCOL_TYPES.bookPage, seen]);
    for (const { log_id: logId, sender, value } of rows) {
      const page = pageOf(value);
      if (page.run === run.id) {
        const columns = [run.id, sender, page.side, page.after ?? '', page.next ?? null, page.items.length, logId];
        await client.query(KEEP_PAGE, columns);
      }
      seen = logId;
    }
    if (rows.length === 0) break;
  }
  if (seen !== run.seen_log_id) await client.query(SEEN_PAGES, [run.id, seen]);
}

export async function booksOf(client: ClientBase, run: string): Promise<readonly Book[]> {
  return (await client.query<Book>(BOOKS, [run])).rows;
}

/** The lines of a book in their order, one page in memory. A line that names another sender than the member is not its. */
export async function* linesOf(
  client: ClientBase,
  run: string,
  { member, side, pages }: Book,
): AsyncGenerator<BookLine> {
  for (let nr = 1; nr <= pages; nr += 1) {
    const { rows } = await client.query<{ value: Buffer }>(PAGES, [run, member, side, nr]);
    if (!rows[0]) throw new Error(`page ${nr} of the book of ${member} is gone`);
    const { items } = pageOf(rows[0].value);
    yield* side === 'sent' ? items.filter(({ sender }) => sender === member) : items;
  }
}

function pageOf(value: Buffer): BookPageV1 {
  return validateBody(BookPageV1, parseCanonical(value), 'tolerant');
}
