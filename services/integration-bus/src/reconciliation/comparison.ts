import { type BookLine, leafOf, type SignedAttributes } from '@lienthong/envelope';
import { idFloor } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import { type Book, linesOf } from './books';
import { compareReceived, type LoggedDelivery } from './compare-received.rules';
import { compareDeliveries, compareSent, type LoggedMessage } from './compare-sent.rules';
import { cursorRows } from './cursor-rows';
import type { Difference } from './difference';
import { mergeSorted } from './merge-sorted.rules';
import { DELIVERIES_TO, IS_LOGGED, LOGGED_OF_SENDER, OWN_DIFFERENCES } from './reconciliation.sql';

export interface ComparedRun {
  readonly id: string;
  readonly from_at: Date;
  readonly to_at: Date;
}

/** How many messages of one book were compared. */
export interface Compared {
  readonly member: string;
  readonly side: string;
  readonly messages: number;
}

const MARGIN_MS = 60_000;

/** Differences of one run, found by walking each book beside the log; takes them one by one, so that memory stays small. */
export class Comparison {
  readonly compared: Compared[] = [];

  constructor(
    private readonly client: ClientBase,
    private readonly run: ComparedRun,
    private readonly found: (difference: Difference) => Promise<void>,
  ) {}

  /** What the sender sent, what the bus took of it and to whom it delivered that. Without its book: the bus alone. */
  async ofSender(member: string, book: Book | undefined): Promise<void> {
    const rows = cursorRows<SentRow>(this.client, LOGGED_OF_SENDER, [member, ...this.ids]);
    const logged = mapped(rows, (row) => loggedMessage(member, row));
    const lines = book ? linesOf(this.client, this.run.id, book) : none<BookLine>();
    let messages = 0;
    for await (const { left, right } of mergeSorted(lines, logged, { left: ({ id }) => id, right: ({ id }) => id })) {
      messages += 1;
      const [entry] = right;
      if (book) await this.tell(compareSent(left[0], entry));
      if (entry) await this.tell(compareDeliveries(entry));
    }
    if (book) this.compared.push({ member, side: 'sent', messages });
  }

  /** What the bus delivered to a member, and what it did with that. */
  async ofRecipient(member: string, book: Book): Promise<void> {
    const rows = cursorRows<DeliveryRow>(this.client, DELIVERIES_TO, [member, ...this.ids, this.oldestEntry]);
    const keys = { left: placeOf, right: placeOf };
    let messages = 0;
    for await (const { left, right } of mergeSorted(
      linesOf(this.client, this.run.id, book),
      mapped(rows, loggedDelivery),
      keys,
    )) {
      messages += 1;
      const [line] = left;
      const isLogged = right.length > 0 || (line !== undefined && (await this.isLogged(line)));
      await this.tell(compareReceived(member, line, { deliveries: right, isLogged }));
    }
    this.compared.push({ member, side: 'received', messages });
  }

  /** What the bus's own tables say against each other. */
  async ofBus(): Promise<void> {
    for await (const row of cursorRows<Difference>(this.client, OWN_DIFFERENCES, [...this.ids, this.oldestEntry])) {
      await this.found(row);
    }
  }

  private async isLogged({ sender, id }: BookLine): Promise<boolean> {
    const { rows } = await this.client.query<{ is_logged: boolean }>(IS_LOGGED, [sender, id]);
    return rows[0]?.is_logged ?? false;
  }

  private async tell(differences: readonly Difference[]): Promise<void> {
    for (const difference of differences) await this.found(difference);
  }

  private get ids(): readonly [string, string] {
    return [idFloor(this.run.from_at), idFloor(this.run.to_at)];
  }

  private get oldestEntry(): string {
    return idFloor(new Date(this.run.from_at.getTime() - MARGIN_MS));
  }
}

interface SentRow {
  id: string;
  kind: 'accepted' | 'rejected';
  stream: string;
  epoch: number;
  sequence: string;
  leaf: Buffer;
  recipients: string;
  delivered_to: LoggedMessage['deliveredTo'];
}

function loggedMessage(sender: string, row: SentRow): LoggedMessage {
  const { id, stream, epoch, recipients, kind: state, delivered_to: deliveredTo } = row;
  const hash = row.leaf.toString('base64url');
  return { sender, id, stream, epoch, sequence: Number(row.sequence), hash, recipients, state, deliveredTo };
}

interface DeliveryRow {
  recipient: string;
  sender: string;
  id: string;
  stream: string;
  epoch: number;
  seq: string;
  state: LoggedDelivery['state'];
  outcome: LoggedDelivery['outcome'];
  attributes: SignedAttributes;
  is_void: boolean;
  has_payload: boolean;
}

function loggedDelivery(row: DeliveryRow): LoggedDelivery {
  const { recipient, sender, id, stream, epoch, state, outcome } = row;
  const hash = leafOf(row.attributes).toString('base64url');
  return {
    ...{ recipient, sender, id, stream, epoch, sequence: Number(row.seq), hash, state, outcome },
    ...{ isVoid: row.is_void, hasPayload: row.has_payload },
  };
}

function placeOf({ id, sender }: { readonly id: string; readonly sender: string }): string {
  return `${id} ${sender}`;
}

async function* mapped<A, B>(list: AsyncIterable<A>, of: (one: A) => B): AsyncGenerator<B> {
  for await (const one of list) yield of(one);
}

async function* none<T>(): AsyncGenerator<T> {
  // a member without a book
}
