import type { Received } from '@lienthong/envelope';
import { sqlStateOf, type Transaction, type UnitOfWork } from '@lienthong/persistence';
import type { KafkaLogger } from '../kafka/kafka-client';
import { messagingErrors } from '../messaging.errors';
import { unreadableRow } from '../parking/parked-row';
import { type Answer, type InboxCounts, noCounts } from './answer';
import { BatchPlan } from './batch-plan';
import { bounded, givenUp } from './bounded';
import { type Candidate, fromStashed, inOrder } from './candidate';
import { asAppError, describeFault, isDataFault, isOutage, isStatementTimeout, isTransient } from './handling-faults';
import { type Handler, type HandlerRegistry, preload } from './handler-registry';
import type { Identity } from './identity';
import type { InboxStore } from './inbox-store';
import { type Incoming, type IncomingChecks, toReceived, type Unreadable } from './incoming';
import { SlowMessages } from './slow-messages';

export interface MemberInboxOptions extends IncomingChecks {
  readonly unitOfWork: UnitOfWork;
  readonly store: InboxStore;
  readonly handlers: HandlerRegistry;
  readonly handlerTimeoutMs: number;
  /** How long a mark is kept at least, 90 days by default; an older id is judged by its number alone. */
  readonly windowMs?: number;
  readonly logger: KafkaLogger;
  /** Answers of a committed batch, to be acknowledged to the bus. */
  readonly answer: (answers: readonly Answer[]) => void;
}

/** How a batch is handled: all in one go, or each message behind a savepoint; at the last try a race for a key parks too. */
interface Mode {
  readonly isolated: boolean;
  readonly lastTry: boolean;
  /** The tries were of one message alone: at the last one all parks it but an outage or a time-out. */
  readonly alone?: boolean;
  /** Slow messages are judged as well; else they wait in the stash for the sweep, so that they are in nobody's way. */
  readonly slowToo?: boolean;
  /** How much of the stash follows in the same transaction; the sweep takes what is left. */
  readonly follow: { readonly rounds: number; readonly rows: number };
  /** Aborted when the batch is given up: it is to be rolled back. */
  readonly signal?: AbortSignal | undefined;
}

const TOGETHER: Mode = { isolated: false, lastTry: false, follow: { rounds: 4, rows: 500 } };
/** Messages behind savepoints in one transaction; as many may follow. More than 64 leave PostgreSQL's fast path. */
export const SAVEPOINTS = 32;
const TRIES_TOGETHER = 5;
const LAST_TRY = 2 * TRIES_TOGETHER;
/** Statement time-outs of a message's own, after which the next one parks it. */
const OWN_TIME_OUTS = 5;
/** Window of duplicates when none is configured: 90 days. */
export const DUPLICATE_WINDOW_MS = 90 * 86_400_000;
const UNIQUE_VIOLATION = '23505';

/** Stations 5 and 6 of a message's way: mark, order check, handler, state and outgoing messages in one transaction. */
export class MemberInbox {
  readonly counts: InboxCounts = noCounts();
  private readonly slow = new SlowMessages();

  constructor(private readonly options: MemberInboxOptions) {}

  /** Takes one gathered batch. Throws only for transient reasons; then nothing of it is committed and it comes again. */
  async process(numbered: readonly Incoming[], attempt: number, signal?: AbortSignal): Promise<void> {
    if (numbered.length === 0) return;
    if (attempt <= TRIES_TOGETHER) {
      try {
        await this.handleTogether(numbered, { ...TOGETHER, signal });
        return;
      } catch (error) {
        if (isTransient(error)) throw error;
        this.options.logger.warn(
          { error: String(error) },
          'the batch failed as a whole; it is redone message by message',
        );
      }
    }
    const mode = { ...behindSavepoints(SAVEPOINTS), lastTry: attempt > LAST_TRY, signal };
    for (let i = 0; i < numbered.length; i += SAVEPOINTS)
      await this.handleTogether(numbered.slice(i, i + SAVEPOINTS), mode);
  }

  /** Records without a readable envelope or a place in a stream: kept with their cause, never dropped. */
  async parkUnreadable(records: readonly Unreadable[]): Promise<void> {
    if (records.length === 0) return;
    const { unitOfWork, store, clock, logger } = this.options;
    const rows = [...new Map(records.map(unreadableRow).map((row) => [row.id, row])).values()];
    const parked = await unitOfWork.inTransaction(({ client }) => store.park(client, rows, clock.now()));
    this.counts.parked += parked.length;
    for (const { id, cause } of rows.filter((row) => parked.includes(row.id)))
      logger.error({ record: id, cause }, 'an unreadable record was parked');
  }

  /**
   * Judges at most so many messages that wait in one stream, though none of it comes. Returns how many it judged; throws
   * as `process` does.
   */
  async drain(
    stream: string,
    { rows, ...tried }: { readonly rows: number; readonly lastTry: boolean; readonly signal: AbortSignal },
  ): Promise<number> {
    const { handled, parked, repeated } = await this.handleTogether(
      [],
      { ...behindSavepoints(rows), ...tried, alone: rows === 1, slowToo: true },
      [stream],
    );
    return handled + parked + repeated;
  }

  private async handleTogether(
    numbered: readonly Incoming[],
    mode: Mode,
    further: readonly string[] = [],
  ): Promise<InboxCounts> {
    const plan = await this.options.unitOfWork.inTransaction(async (transaction) => {
      const { clock, store, handlers, windowMs = DUPLICATE_WINDOW_MS } = this.options;
      const candidates = inOrder(numbered, handlers, { fromStash: false });
      const opening = store.open(transaction.client, numbered, further);
      const [{ streams, known }] = await Promise.all([opening, this.preload(transaction, candidates, mode)]);
      const judged = new BatchPlan(streams, known, new Date(clock.now().getTime() - windowMs));
      await this.handleAll(transaction, judged, { candidates, mode });
      await this.drainStash(transaction, judged, mode);
      this.write(transaction, judged);
      return judged;
    });
    for (const name of ['handled', 'repeated', 'parked', 'stashed'] as const) this.counts[name] += plan.counts[name];
    this.options.answer(plan.answers);
    for (const { incoming, outcome } of plan.answers) {
      if (outcome !== 'stashed') this.slow.forget(incoming.stream);
      this.options.logger.debug(factsOf(incoming), `a message was ${outcome}`);
    }
    return plan.counts;
  }

  /** Behind savepoints each message loads its own: a key that cannot be loaded costs only that message. */
  private async preload(transaction: Transaction, candidates: readonly Candidate[], mode: Mode): Promise<void> {
    if (!mode.isolated) await preload(transaction, this.workOf(candidates));
  }

  private async handleAll(
    transaction: Transaction,
    plan: BatchPlan,
    { candidates, mode }: { readonly candidates: readonly Candidate[]; readonly mode: Mode },
  ): Promise<void> {
    for (const candidate of candidates) await this.one(transaction, plan, candidate, mode);
  }

  /** A number that came may let waiting ones follow; at most some rounds, the sweep takes what is left. */
  private async drainStash(transaction: Transaction, plan: BatchPlan, mode: Mode): Promise<void> {
    const { rounds, rows } = mode.follow;
    for (let round = 0; round < rounds; round += 1) {
      await this.putAway(transaction, plan);
      const streams = plan.streamsWithStash().filter(({ key }) => mode.slowToo || !this.slow.holds(key));
      const records =
        streams.length > 0
          ? await this.options.store.stashed(transaction.client, streams, { rows, passed: round === 0 })
          : [];
      if (records.length === 0) return;
      const waiting = records.map((stashed) => fromStashed(stashed, this.options));
      const candidates = inOrder(waiting, this.options.handlers, { fromStash: true });
      await this.preload(transaction, candidates, mode);
      await this.handleAll(transaction, plan, { candidates, mode });
    }
    await this.putAway(transaction, plan);
  }

  private async putAway(transaction: Transaction, plan: BatchPlan): Promise<void> {
    const { store, clock } = this.options;
    const refused = await store.stash(transaction.client, plan.takeStash(), clock.now());
    for (const incoming of refused) plan.stashPlaceTaken(incoming);
  }

  /** All that is written leaves with the commit. */
  private write(transaction: Transaction, plan: BatchPlan): void {
    const { store, clock } = this.options;
    const { client } = transaction;
    const at = clock.now();
    transaction.ride(transaction.flush());
    transaction.ride(store.voidParked(client, plan.voidedParked, at));
    transaction.ride(store.park(client, plan.parked, at));
    transaction.ride(store.releaseParked(client, plan.released, at));
    if (plan.isClosing) transaction.ride(store.close(client, plan, at));
  }

  private workOf(candidates: readonly Candidate[]): { handler: Handler; message: Received<never> }[] {
    return candidates.flatMap(({ incoming, body }) => {
      const handler = body && this.options.handlers.find(incoming.type);
      return handler ? [{ handler, message: toReceived(incoming, this.options.member, body) }] : [];
    });
  }

  private async one(transaction: Transaction, plan: BatchPlan, candidate: Candidate, mode: Mode): Promise<void> {
    const { incoming, fromStash, body } = candidate;
    if (mode.signal?.aborted) throw givenUp(mode.signal);
    if (incoming.voids && !plan.knows(incoming.voids)) await this.lookUp(transaction, plan, incoming.voids);
    if (plan.needsSecondLook(incoming)) await this.lookUp(transaction, plan, incoming);
    if (plan.differs(incoming))
      plan.learnDiscarded(incoming, await this.options.store.discarded(transaction.client, incoming));
    if (!fromStash && plan.mayTryAgain(incoming)) {
      const wasTried = await this.options.store.wasTriedBy(transaction.client, incoming);
      if (!wasTried) plan.triesAgain(incoming);
    }
    if (!fromStash && plan.comesInTurn(incoming)) {
      const place = await this.options.store.stashPlace(transaction.client, incoming);
      if (place && place.epoch < incoming.epoch) plan.takesTurn(incoming, place);
    }
    if (!plan.admits(incoming, fromStash)) return;
    if (!fromStash && !mode.slowToo && this.slow.has(incoming)) return plan.stashes(incoming);
    try {
      if (incoming.fault) throw incoming.fault;
      if (body) await this.handle(transaction, incoming, body, mode);
      plan.handled(incoming);
    } catch (error) {
      if (mode.signal?.aborted || (isTransient(error) && !this.isItsOwn(error, candidate, mode))) throw error;
      if (isDataFault(error) && !mode.isolated) throw error;
      const detail = describeFault(error);
      this.options.logger.error({ ...factsOf(incoming), error: detail }, 'a message was parked');
      plan.parks(incoming, asAppError(error), detail);
    }
  }

  /** Whether a fault that may pass has come so often that the message parks for it. */
  private isItsOwn(error: unknown, { incoming, fromStash }: Candidate, { isolated, alone, lastTry }: Mode): boolean {
    if (isStatementTimeout(error)) {
      // What came is first tried together a few times; what waited is known to be the one in the way.
      const own = isolated || fromStash ? this.slow.timedOut(incoming, this.counts.handled) : 0;
      return isolated && own > OWN_TIME_OUTS;
    }
    return lastTry && (alone ? !isOutage(error) : sqlStateOf(error) === UNIQUE_VIOLATION);
  }

  /** With a fresh snapshot, after the streams were locked. */
  private async lookUp(transaction: Transaction, plan: BatchPlan, identity: Identity): Promise<void> {
    const known = await this.options.store.known(transaction.client, identity);
    if (known) plan.learn(identity, known);
  }

  private async handle(transaction: Transaction, incoming: Incoming, body: object, mode: Mode): Promise<void> {
    const { isolated, signal } = mode;
    const { handlerTimeoutMs: timeoutMs } = this.options;
    const handler = this.options.handlers.find(incoming.type);
    if (!handler) throw messagingErrors.NO_HANDLER({ type: incoming.type });
    const traceparent = incoming.envelope?.traceparent;
    const message = toReceived(incoming, this.options.member, body);
    const by = `${message.sender}/${message.senderOffice}`;
    const origin = { causationId: incoming.id, by, ...(traceparent ? { traceparent } : {}), isolated };
    await this.options.unitOfWork.inScope(transaction, origin, () =>
      bounded(handler.invoke(message), timeoutMs, signal),
    );
  }
}

function behindSavepoints(rows: number): Mode {
  return { isolated: true, lastTry: false, follow: { rounds: 1, rows } };
}

function factsOf({ id, type, sender, envelope }: Incoming): object {
  return { messageId: id, type, sender, dossierCode: envelope?.attributes.subject };
}
