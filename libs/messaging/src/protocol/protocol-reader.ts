import {
  AcceptedV1,
  KeyChangedV1,
  BookWantedV1,
  messageOf,
  type MessageClass,
  NotHandledV1,
  RejectedV1,
  ResendWantedV1,
  RestoredV1,
  validateBody,
} from '@lienthong/envelope';
import { isAppError } from '@lienthong/kernel';
import type { Database } from '@lienthong/persistence';
import type { ToldKeys } from '../keys/told-keys';
import type { Incoming, Unreadable } from '../inbox/incoming';
import type { OutboxAnswers } from '../outbox/outbox-answers';
import type { OutboxRow } from '../outbox/outbox-row';
import { Ranges } from '../outbox/ranges';
import type { Books } from '../books/books';
import type { Relay } from '../relay/relay';

export interface ProtocolReaderParts {
  readonly database: Database;
  readonly answers: OutboxAnswers;
  readonly relay: Pick<Relay<OutboxRow>, 'settled' | 'wake'>;
  readonly keys: Pick<ToldKeys, 'take'>;
  readonly books: Pick<Books, 'show'>;
  /** Messages of this member came to nothing, and are noted. */
  readonly failed: () => void;
}

/** Takes the bus's protocol messages: they name no stream number, are never acknowledged, and heal by repetition. */
export class ProtocolReader {
  constructor(private readonly parts: ProtocolReaderParts) {}

  /** Returns the messages that are broken; nothing of them was taken. */
  async take(messages: readonly Incoming[]): Promise<Unreadable[]> {
    const accepted = read(AcceptedV1, messages);
    const rejected = read(RejectedV1, messages);
    const wanted = read(ResendWantedV1, messages);
    const keys = read(KeyChangedV1, messages);
    if (keys.bodies.length > 0) await this.parts.keys.take(keys.bodies.flatMap(({ items }) => items));
    const notHandled = read(NotHandledV1, messages);
    const books = read(BookWantedV1, messages);
    const restored = read(RestoredV1, messages);
    await this.reopen(restored.bodies);
    this.parts.books.show(books.bodies);
    if (accepted.bodies.length + rejected.bodies.length + wanted.bodies.length > 0) {
      await this.apply(accepted.bodies, rejected.bodies, wanted.bodies);
    }
    if (notHandled.bodies.length > 0) await this.note(notHandled.bodies);
    if (rejected.bodies.length + notHandled.bodies.length > 0) this.parts.failed();
    const broken = messages.flatMap(({ record, fault }) => (fault ? [{ record, fault }] : []));
    const answers = [accepted, rejected, wanted, keys, notHandled, books, restored];
    return [...broken, ...answers.flatMap((answer) => answer.broken)];
  }

  /** The bus's database went back: what it answered since then is sent again, and what it knows it answers as before. */
  private async reopen(restored: readonly RestoredV1[]): Promise<void> {
    if (restored.length === 0) return;
    const { client, release } = await this.parts.database.client();
    try {
      for (const { since } of restored) await this.parts.answers.forgotten(client, new Date(since));
      this.parts.relay.wake();
    } finally {
      release();
    }
  }

  private async apply(
    accepted: readonly AcceptedV1[],
    rejected: readonly RejectedV1[],
    wanted: readonly ResendWantedV1[],
  ): Promise<void> {
    const { client, release } = await this.parts.database.client();
    try {
      await this.parts.answers.accepted(client, accepted);
      await this.parts.answers.rejected(client, rejected);
      const reopened = await this.parts.answers.resendWanted(client, wanted);
      this.tellRelay(accepted, rejected, wanted);
      if (reopened > 0) this.parts.relay.wake();
    } finally {
      release();
    }
  }

  private async note(notHandled: readonly NotHandledV1[]): Promise<void> {
    const { client, release } = await this.parts.database.client();
    try {
      await this.parts.answers.notHandled(client, notHandled);
    } finally {
      release();
    }
  }

  /** What has its answer, or is to go out again, needs no mark any more. */
  private tellRelay(
    accepted: readonly AcceptedV1[],
    rejected: readonly RejectedV1[],
    wanted: readonly ResendWantedV1[],
  ): void {
    const ranges = new Ranges();
    for (const { stream, epoch, from, upTo } of accepted.flatMap(({ items }) => items))
      ranges.add(stream, epoch, [from, upTo]);
    for (const { stream, epoch, from, to } of wanted.flatMap(({ items }) => items))
      ranges.add(stream, epoch, [from, to]);
    const refused = new Set(rejected.flatMap(({ items }) => items.map(({ id }) => id)));
    this.parts.relay.settled((row) => refused.has(row.id) || ranges.hold(row));
  }
}

function read<B extends object>(
  messageClass: new () => B,
  messages: readonly Incoming[],
): { bodies: B[]; broken: Unreadable[] } {
  const { type } = messageOf(messageClass as MessageClass<B>);
  const bodies: B[] = [];
  const broken: Unreadable[] = [];
  for (const { record, body } of messages.filter((message) => message.type === type && !message.fault)) {
    try {
      bodies.push(validateBody(messageClass as MessageClass<B>, body, 'tolerant'));
    } catch (error) {
      if (!isAppError(error)) throw error;
      broken.push({ record, fault: error });
    }
  }
  return { bodies, broken };
}
