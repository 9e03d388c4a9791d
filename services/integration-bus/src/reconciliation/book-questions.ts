import { Injectable } from '@nestjs/common';
import { BookWantedV1, messageOf, PROTOCOL_TYPES } from '@lienthong/envelope';
import { Clock, idFloor, instantText } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import { HeldWords } from '../exchange/held-words';
import { ProtocolPost } from '../protocol-post';
import { BEGIN_BOOKS, BOOKS_TO_ASK, FORGET_QUESTIONS, HAS_BOOKS } from './reconciliation.sql';

const ASK_AGAIN_MS = 10_000;
/** Who takes its words by HTTP comes when it comes; a question waits for it. */
const ASK_HELD_AGAIN_MS = 300_000;
/** Who has shown no page for so long keeps no books with the bus. */
const KEEPER_MS = 30 * 86_400_000;

export interface AskingRun {
  readonly id: string;
  readonly from_at: Date;
  readonly to_at: Date;
}

/** Asks members for their books of a run: on Kafka by their topics, the others by the words that wait for them. */
@Injectable()
export class BookQuestions {
  constructor(
    private readonly post: ProtocolPost,
    private readonly held: HeldWords,
    private readonly clock: Clock,
  ) {}

  /** Once a run; returns whether this was it. */
  async begin(client: ClientBase, run: string): Promise<boolean> {
    const { rows } = await client.query<{ has_books: boolean }>(HAS_BOOKS, [run]);
    if (rows[0]?.has_books) return false;
    const since = idFloor(new Date(this.clock.now().getTime() - KEEPER_MS));
    await client.query(BEGIN_BOOKS, [run, this.post.members, this.held.members, PROTOCOL_TYPES.bookPage, since]);
    await client.query(FORGET_QUESTIONS, [run]);
    return true;
  }

  /** Returns whether there was anything to ask. */
  async ask(client: ClientBase, { id: run, from_at: from, to_at: to }: AskingRun, now: Date): Promise<boolean> {
    const before = new Date(now.getTime() - ASK_AGAIN_MS);
    const heldBefore = new Date(now.getTime() - ASK_HELD_AGAIN_MS);
    const { rows } = await client.query<{ member: string; side: 'sent' | 'received'; next_place: string }>(
      BOOKS_TO_ASK,
      [run, before, now, this.held.members, heldBefore],
    );
    const span = { run, from: instantText(from), to: instantText(to) };
    const letters = rows.map(({ member, side, next_place: after }) => ({
      ...{ member, definition: messageOf(BookWantedV1) },
      body: { ...span, side, ...(after === '' ? {} : { after }) },
    }));
    const isHeld = ({ member }: { readonly member: string }): boolean => this.held.isHeld(member);
    const words = letters
      .filter(isHeld)
      .map(({ member, body: item }) => ({ member, kind: 'book-wanted', item }) as const);
    await this.held.keep(words);
    await this.post.send(letters.filter((letter) => !isHeld(letter)));
    return rows.length > 0;
  }
}
