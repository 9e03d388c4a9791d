import { HashText, IdText, ListOf, MemberCode, OneOf, Optional, Text, Whole } from '../fields';
import { Message } from '../message';
import { BOOK_PLACE, BOOK_SIDES, type BookSide } from './book-wanted.message';
import { COUNTER, MAX_ITEMS, STREAM } from './limits';
import { PROTOCOL, streamStatedBySender } from './protocol-stream';

const STATES = ['open', 'accepted', 'rejected', 'handled', 'parked', 'stashed', 'discarded', 'voided'] as const;

/** One message as its sender or its recipient keeps it. No content. */
export class BookLine {
  @MemberCode() readonly sender: string;
  @IdText() readonly id: string;
  @Text(STREAM) readonly stream: string;
  /** Of the sender's own number; a recipient keeps the delivery number alone. */
  @Optional() @Whole(COUNTER) readonly epoch?: number;
  @Whole(COUNTER) readonly sequence: number;
  /** Leaf of the message. */
  @HashText() readonly hash: string;
  /** Of the sender's book. */
  @Optional() @Text({ max: 4_000 }) readonly recipients?: string;
  @OneOf(STATES) readonly state: (typeof STATES)[number];
}

@Message({
  owner: PROTOCOL,
  name: 'book-page',
  version: 1,
  summary: 'A member shows the bus a page of its book, in the order of id and sender.',
  stream: streamStatedBySender('book-page'),
  example: {
    run: '019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01',
    side: 'received',
    items: [
      {
        sender: 'tax',
        id: '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c05',
        stream: 'dossier:H19.12-260803-0001',
        sequence: 4,
        hash: 'LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE',
        state: 'handled',
      },
    ],
  },
})
export class BookPageV1 {
  @IdText() readonly run: string;
  @OneOf(BOOK_SIDES) readonly side: BookSide;
  /** `next` of the page before; absent on the first one. */
  @Optional() @Text(BOOK_PLACE) readonly after?: string;
  @ListOf(() => BookLine, { min: 0, max: MAX_ITEMS }) readonly items: readonly BookLine[];
  /** Place after which the next page begins; absent on the last one. */
  @Optional() @Text(BOOK_PLACE) readonly next?: string;
}
