import { IdText, InstantText, OneOf, Optional, Text } from '../fields';
import { Message } from '../message';
import { PROTOCOL, streamStatedBySender } from './protocol-stream';

/** What a member sent (its outbox), or received (its inbox). */
export const BOOK_SIDES = ['sent', 'received'] as const;
export type BookSide = (typeof BOOK_SIDES)[number];

/** Place of a line in a book. */
export const BOOK_PLACE = { max: 120 } as const;

@Message({
  owner: PROTOCOL,
  name: 'book-wanted',
  version: 1,
  summary:
    'The bus asks a member for its book of a span of time: identities, numbers and hashes, to be compared with the log.',
  stream: streamStatedBySender('book-wanted'),
  example: {
    run: '019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01',
    side: 'sent',
    from: '2026-08-03T00:00:00.000+07:00',
    to: '2026-08-04T00:00:00.000+07:00',
  },
})
export class BookWantedV1 {
  /** Repeated on every page of the answer. */
  @IdText() readonly run: string;
  @OneOf(BOOK_SIDES) readonly side: BookSide;
  /** Of messages whose ids were made at this time or later … */
  @InstantText() readonly from: string;
  /** … and before this one. */
  @InstantText() readonly to: string;
  /** `next` of the page after which the book is wanted; from its beginning when absent. */
  @Optional() @Text(BOOK_PLACE) readonly after?: string;
}
