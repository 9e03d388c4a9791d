import { instantText, isId } from '@lienthong/kernel';
import type { UnitOfWork } from '@lienthong/persistence';
import type { PoolClient } from 'pg';
import type { Answer } from '../inbox/answer';
import type { Identity } from '../inbox/identity';
import type { InboxStore } from '../inbox/inbox-store';
import { type Incoming, type IncomingChecks, isUnreadable, readIncoming, type Unreadable } from '../inbox/incoming';
import type { KafkaLogger } from '../kafka/kafka-client';
import { messagingErrors } from '../messaging.errors';
import {
  isReleasable,
  type ListedColumns,
  type Operator,
  type ParkedColumns,
  type ParkedListing,
  type ParkedMessage,
  parkedMessage,
} from './parked-message';
import { storedRecord } from './parked-row';
import * as sql from './parked.sql';

export interface ParkedMessagesOptions extends IncomingChecks {
  readonly unitOfWork: UnitOfWork;
  readonly store: InboxStore;
  /** Takes protocol messages; returns those that are broken. */
  readonly takeProtocol: (messages: readonly Incoming[]) => Promise<Unreadable[]>;
  /** Judges what may follow in the stream now, after the commit. */
  readonly sweep: (stream: string) => Promise<void>;
  readonly logger: KafkaLogger;
  readonly answer: (answers: readonly Answer[]) => void;
}

interface ParkedRecord extends ParkedColumns {
  readonly payload: Buffer | null;
}

interface Act {
  readonly act: 'release' | 'discard';
  readonly operator: Operator;
  readonly reason?: string;
}

/** `stashed`: it waits for its turn still, or nobody can say by now; `discarded`: it was set aside for good before. */
export interface Released {
  readonly outcome: 'handled' | 'stashed' | 'parked' | 'discarded';
}

/** A released message under its own name, which an unreadable record gets only now, and the stream that may go on. */
interface LetIn extends Identity {
  readonly stream?: string | null;
}

/** The operators' desk for messages that could not be handled: look, let them in again, or set them aside for good. */
export class ParkedMessages {
  constructor(private readonly options: ParkedMessagesOptions) {}

  /** One row more than the limit, where there is one: it tells that another page follows. */
  async list({ order, limit, after }: ParkedListing): Promise<readonly ParkedMessage[]> {
    const start = order === 'oldest' ? ['-infinity', '', ''] : ['infinity', '', ''];
    const place = after ? [after.parkedAt, after.sender, after.id] : start;
    const rows = await this.read<ListedColumns>(sql.LIST_PARKED[order], [...place, limit + 1]);
    return rows.map(parkedMessage);
  }

  /** @throws messaging.PARKED_UNKNOWN (404) */
  async get(sender: string, id: string): Promise<ParkedMessage> {
    const [row] = await this.read<ListedColumns>(sql.SHOW_PARKED, [sender, id]);
    if (!row) throw messagingErrors.PARKED_UNKNOWN({ sender, id });
    return parkedMessage(row);
  }

  /**
   * Lets a message in again as the next of its stream; what waits behind it follows. It parks again if it still fails. An
   * unreadable record is read again. Returns what became of it, as far as that is known by now.
   * @throws messaging.PARKED_UNKNOWN, PARKED_DECIDED, PARKED_NOT_RELEASABLE
   */
  async release(sender: string, id: string, operator: Operator): Promise<Released> {
    const parked = await this.find(sender, id);
    if (!isReleasable(parked)) throw notReleasable(parked.cause);
    const act: Act = { act: 'release', operator };
    const letIn = await (parked.holds_stream ? this.rewind(parked, act) : this.readAgain(parked, act));
    if (letIn.stream) await this.follow(letIn.stream);
    return { outcome: await this.outcomeOf(letIn) };
  }

  /**
   * Sets a message aside for good; its number stays passed and its stream goes on. The bus is told the reason.
   * @throws messaging.PARKED_UNKNOWN, PARKED_DECIDED
   */
  async discard(
    sender: string,
    id: string,
    { operator, reason }: { operator: Operator; reason: string },
  ): Promise<void> {
    const parked = await this.find(sender, id);
    const read = readIncoming(storedRecord(parked), this.options);
    const incoming = isUnreadable(read) ? placed(parked) : read;
    const { stream, epoch, seq } = parked;
    // Of two messages under one id the first keeps the mark.
    const ownsIdentity = stream !== null && isId(parked.id);
    await this.inAct(parked, { act: 'discard', operator, reason }, async (client) => {
      if (parked.holds_stream) await client.query(sql.UNBLOCK_STREAM, [parked.stream, parked.id]);
      if (ownsIdentity) await this.mark(client, incoming, 'discarded', reason);
      else if (stream !== null) await client.query(sql.PASS_NUMBER, [stream, epoch, seq]);
    });
    if (stream === null) return;
    this.options.answer([{ incoming, outcome: 'discarded', cause: reason }]);
    await this.follow(stream);
  }

  /** The act stands, whatever becomes of what may follow it. */
  private async follow(stream: string): Promise<void> {
    await this.options.sweep(stream).catch((error: unknown) => {
      this.options.logger.warn({ stream, error: String(error) }, 'what follows a released message waits still');
    });
  }

  private async rewind(parked: ParkedRecord, act: Act): Promise<LetIn> {
    await this.inAct(parked, act, async (client) => {
      const { stream, epoch, seq, id } = parked;
      const { rowCount } = await client.query(sql.REWIND_STREAM, [stream, epoch, seq, id]);
      if (rowCount !== 1) throw new Error(`the stream ${stream} is not held by ${id} at ${seq}`);
      await this.stash(client, placed(parked));
    });
    return parked;
  }

  /** What can be read now goes the normal way in: through the stash of its stream, where the sweep judges it. */
  private async readAgain(parked: ParkedRecord, act: Act): Promise<LetIn> {
    const read = readIncoming(storedRecord(parked), this.options);
    const isNumbered = !isUnreadable(read) && read.sequence > 0;
    const broken = isUnreadable(read) ? [read] : isNumbered ? [] : await this.options.takeProtocol([read]);
    const [still] = broken;
    if (still) {
      await this.staysUnreadable(parked, act, still);
      return parked;
    }
    await this.inAct(parked, act, async (client) => {
      if (!isNumbered) return;
      await client.query(sql.LOCK_STREAM, [read.stream]);
      const known = await this.options.store.known(client, read);
      if (known && known.hash !== read.hash) throw notReleasable(messagingErrors.IDENTITY_CONFLICT().code);
      if (!known) await this.stash(client, read);
    });
    return isNumbered ? read : parked;
  }

  private async staysUnreadable(parked: ParkedRecord, act: Act, { fault }: Unreadable): Promise<void> {
    await this.options.unitOfWork.inTransaction(async ({ client }) => {
      const { sender, id, attempts } = parked;
      const texts = [fault.code, fault.text('vi'), fault.text('en')];
      const now = this.options.clock.now();
      const { rowCount } = await client.query(sql.TRY_PARKED, [sender, id, attempts, now, ...texts]);
      if (rowCount !== 1) throw await this.decided(client, parked);
      await this.record(client, parked, act);
    });
  }

  /** One transaction: the stream's lock, the row as it was seen, the act, and what the act does. */
  private inAct(parked: ParkedRecord, act: Act, work: (client: PoolClient) => Promise<void>): Promise<void> {
    return this.options.unitOfWork.inTransaction(async ({ client }) => {
      if (parked.stream !== null) await client.query(sql.LOCK_STREAM, [parked.stream]);
      const { sender, id, attempts } = parked;
      const { rowCount } = await client.query(sql.TAKE_PARKED, [sender, id, attempts]);
      if (rowCount !== 1) throw await this.decided(client, parked);
      await this.record(client, parked, act);
      await work(client);
    });
  }

  private async record(client: PoolClient, parked: ParkedRecord, { act, operator, reason }: Act): Promise<void> {
    const { sender, id, stream, epoch, seq, cause, attempts, parked_at } = parked;
    const message = [sender, id, stream, epoch, seq, cause, attempts, parked_at];
    const { id: person, office } = operator;
    await client.query(sql.RECORD_ACT, [act, ...message, person, office, reason ?? null, this.options.clock.now()]);
  }

  private async stash(client: PoolClient, incoming: Incoming): Promise<void> {
    const { store, clock } = this.options;
    const [refused] = await store.stash(client, [incoming], clock.now());
    if (refused) throw notReleasable(messagingErrors.NUMBER_REUSED().code);
    await this.mark(client, incoming, 'stashed');
  }

  private async mark(client: PoolClient, incoming: Incoming, outcome: string, cause?: string): Promise<void> {
    const { sender, id, stream, sequence, hash } = incoming;
    const at = this.options.clock.now();
    await client.query(sql.MARK_INBOX, [sender, id, stream, sequence, hash, outcome, cause ?? null, at]);
  }

  private async outcomeOf({ sender, id }: Identity): Promise<Released['outcome']> {
    const [row] = await this.read<Released>(sql.OUTCOME, [sender, id]).catch(() => []);
    return row?.outcome ?? 'stashed';
  }

  private async find(sender: string, id: string): Promise<ParkedRecord> {
    const [row] = await this.read<ParkedRecord>(sql.READ_PARKED, [sender, id]);
    if (row) return row;
    const [act] = await this.read<{ act: string; at: Date }>(sql.LAST_ACT, [sender, id]);
    throw act ? decidedBefore(act) : messagingErrors.PARKED_UNKNOWN({ sender, id });
  }

  private async decided(client: PoolClient, { sender, id }: ParkedRecord): Promise<Error> {
    const { rows } = await client.query<{ act: string; at: Date }>(sql.LAST_ACT, [sender, id]);
    return decidedBefore(rows[0] ?? { act: '–', at: this.options.clock.now() });
  }

  private read<R>(query: string, parameters: readonly unknown[]): Promise<R[]> {
    const { unitOfWork } = this.options;
    return unitOfWork.perform(() => unitOfWork.query<R>(query, parameters));
  }
}

function notReleasable(cause: string): Error {
  return messagingErrors.PARKED_NOT_RELEASABLE({ cause });
}

function decidedBefore({ act, at }: { act: string; at: Date }): Error {
  return messagingErrors.PARKED_DECIDED({ act, at: instantText(at) });
}

/** The place is the one under which it parked; the record may no longer be readable. */
function placed(parked: ParkedRecord): Incoming {
  const { sender, id, stream, epoch, seq } = parked;
  const place = { sender, id, stream: stream ?? '', epoch: epoch ?? 0, sequence: Number(seq) };
  return { type: '', hash: '', body: undefined, record: storedRecord(parked), ...place };
}
