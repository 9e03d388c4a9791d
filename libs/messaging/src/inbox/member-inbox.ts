import { type Received, VoidV1, messageOf } from '@lienthong/envelope';
import { type AppError, isAppError } from '@lienthong/kernel';
import { faultOf, isConflict, sqlStateOf, type Transaction, type UnitOfWork } from '@lienthong/persistence';
import type { WireRecord } from '../kafka/gathering-consumer';
import type { KafkaLogger } from '../kafka/kafka-client';
import { messagingErrors } from '../messaging.errors';
import { type Answer, BatchPlan, type InboxCounts } from './batch-plan';
import { type Handler, type HandlerRegistry, preload } from './handler-registry';
import type { InboxStore } from './inbox-store';
import {
  type Incoming,
  type IncomingChecks,
  isUnreadable,
  readIncoming,
  toReceived,
  type Unreadable,
} from './incoming';

export interface MemberInboxOptions extends IncomingChecks {
  readonly unitOfWork: UnitOfWork;
  readonly store: InboxStore;
  readonly handlers: HandlerRegistry;
  readonly handlerTimeoutMs: number;
  readonly logger: KafkaLogger;
  /** Answers of a committed batch, to be acknowledged to the bus. */
  readonly answer: (answers: readonly Answer[]) => void;
}

interface Candidate {
  readonly incoming: Incoming;
  readonly fromStash: boolean;
  readonly body?: object;
}

/** How a batch is handled: all in one go, or each message behind a savepoint; at the last try a race for a key parks too. */
interface Mode {
  readonly isolated: boolean;
  readonly lastTry: boolean;
  /** Aborted when the batch is given up: it is to be rolled back. */
  readonly signal?: AbortSignal | undefined;
}

const TOGETHER: Mode = { isolated: false, lastTry: false };
/** More than 64 savepoints leave PostgreSQL's fast path. */
const CHUNK = 32;
const TRIES_TOGETHER = 5;
const LAST_TRY = 2 * TRIES_TOGETHER;
const STASH_ROUNDS = 4;
const UNIQUE_VIOLATION = '23505';
const VOID_TYPE = messageOf(VoidV1).type;

/** Stations 5 and 6 of a message's way: mark, order check, handler, state and outgoing messages in one transaction. */
export class MemberInbox {
  readonly counts: InboxCounts = { handled: 0, repeated: 0, parked: 0, stashed: 0 };

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
    for (let i = 0; i < numbered.length; i += CHUNK)
      await this.handleTogether(numbered.slice(i, i + CHUNK), { isolated: true, lastTry: attempt > LAST_TRY, signal });
  }

  /** Records without a readable envelope: kept with their cause, never dropped. */
  async parkUnreadable(records: readonly Unreadable[]): Promise<void> {
    if (records.length === 0) return;
    const { unitOfWork, store, clock, logger } = this.options;
    const rows = records.map(({ record, fault }) => ({
      sender: '?',
      id: `${record.topic}/${record.partition}/${record.offset}`,
      cause: fault.code,
      detail: fault.text('en'),
      record,
    }));
    await unitOfWork.inTransaction((transaction) => store.park(transaction.client, rows, clock.now()));
    this.counts.parked += rows.length;
    for (const { id, cause } of rows) logger.error({ record: id, cause }, 'an unreadable record was parked');
  }

  /** Handles what waits in streams that nothing holds any more, though no message of them comes. */
  async sweep(): Promise<void> {
    for (;;) {
      const streams = await this.options.unitOfWork.inTransaction((t) => this.options.store.released(t.client));
      if (streams.length === 0) return;
      const before = this.counts.handled + this.counts.parked;
      await this.handleTogether([], { isolated: true, lastTry: false }, streams);
      if (this.counts.handled + this.counts.parked === before) return;
    }
  }

  private async handleTogether(
    numbered: readonly Incoming[],
    mode: Mode,
    further: readonly string[] = [],
  ): Promise<void> {
    const plan = await this.options.unitOfWork.inTransaction(async (transaction) => {
      const { streams, known } = await this.options.store.open(transaction.client, numbered, further);
      const judged = new BatchPlan(streams, known);
      await this.handleAll(transaction, judged, {
        candidates: inOrder(numbered, (one) => this.candidate(one, false)),
        mode,
      });
      await this.drainStash(transaction, judged, mode);
      await this.write(transaction, judged);
      return judged;
    });
    for (const name of ['handled', 'repeated', 'parked', 'stashed'] as const) this.counts[name] += plan.counts[name];
    this.options.answer(plan.answers);
    for (const { incoming, outcome } of plan.answers)
      this.options.logger.info(factsOf(incoming), `a message was ${outcome}`);
  }

  private async handleAll(
    transaction: Transaction,
    plan: BatchPlan,
    { candidates, mode }: { readonly candidates: readonly Candidate[]; readonly mode: Mode },
  ): Promise<void> {
    // Behind savepoints each message loads its own: a key that cannot be loaded costs only that message.
    if (!mode.isolated) await preload(transaction, this.workOf(candidates));
    for (const candidate of candidates) await this.one(transaction, plan, candidate, mode);
  }

  /** A number that came may let waiting ones follow; at most some rounds, the sweep takes what is left. */
  private async drainStash(transaction: Transaction, plan: BatchPlan, mode: Mode): Promise<void> {
    const { store, clock } = this.options;
    for (let round = 0; round < STASH_ROUNDS; round += 1) {
      await store.stash(transaction.client, plan.takeStash(), clock.now());
      const streams = plan.streamsWithStash();
      const records = streams.length > 0 ? await store.stashed(transaction.client, streams) : [];
      if (records.length === 0) return;
      const waiting = records.map((record) => readable(record, this.options));
      await this.handleAll(transaction, plan, {
        candidates: inOrder(waiting, (one) => this.candidate(one, true)),
        mode,
      });
    }
    await store.stash(transaction.client, plan.takeStash(), clock.now());
  }

  private async write(transaction: Transaction, plan: BatchPlan): Promise<void> {
    const { store, clock } = this.options;
    await transaction.flush();
    const at = clock.now();
    await store.park(transaction.client, plan.parked, at);
    if (plan.marks.length > 0) await store.close(transaction.client, plan.marks, plan.changedStreams, at);
  }

  private candidate(incoming: Incoming, fromStash: boolean): Candidate {
    if (incoming.fault || incoming.type === VOID_TYPE) return { incoming, fromStash };
    try {
      return { incoming, fromStash, body: this.options.handlers.body(incoming.type, incoming.body) };
    } catch (error) {
      if (!isAppError(error)) throw error;
      return { incoming: { ...incoming, fault: error }, fromStash };
    }
  }

  private workOf(candidates: readonly Candidate[]): { handler: Handler; message: Received<never> }[] {
    return candidates.flatMap(({ incoming, body }) => {
      const handler = body && this.options.handlers.find(incoming.type);
      return handler ? [{ handler, message: toReceived(incoming, this.options.member, body) }] : [];
    });
  }

  private async one(
    transaction: Transaction,
    plan: BatchPlan,
    { incoming, fromStash, body }: Candidate,
    mode: Mode,
  ): Promise<void> {
    if (mode.signal?.aborted) throw givenUp(mode.signal);
    if (plan.needsSecondLook(incoming)) {
      const known = await this.options.store.known(transaction.client, incoming);
      if (known) plan.learn(incoming, known);
    }
    if (!plan.admits(incoming, fromStash)) return;
    try {
      if (incoming.fault) throw incoming.fault;
      if (body) await this.handle(transaction, incoming, body, mode);
      plan.handled(incoming);
    } catch (error) {
      const raced = sqlStateOf(error) === UNIQUE_VIOLATION;
      if (isTransient(error) && !(raced && mode.lastTry)) throw error;
      if (isDataFault(error) && !mode.isolated) throw error;
      this.options.logger.error({ ...factsOf(incoming), error: describe(error) }, 'a message was parked');
      plan.parks(incoming, asAppError(error));
    }
  }

  private async handle(transaction: Transaction, incoming: Incoming, body: object, mode: Mode): Promise<void> {
    const { isolated, signal } = mode;
    const handler = this.options.handlers.find(incoming.type);
    if (!handler) throw messagingErrors.NO_HANDLER({ type: incoming.type });
    const { traceparent } = incoming.envelope;
    const origin = { causationId: incoming.id, ...(traceparent ? { traceparent } : {}), isolated };
    const message = toReceived(incoming, this.options.member, body);
    await this.options.unitOfWork.inScope(transaction, origin, () => this.bounded(handler.invoke(message), signal));
  }

  private async bounded(work: Promise<void>, signal?: AbortSignal): Promise<void> {
    const { handlerTimeoutMs: timeoutMs } = this.options;
    let timer: NodeJS.Timeout | undefined;
    let abort = (): void => undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(messagingErrors.HANDLER_TIMEOUT({ timeoutMs })), timeoutMs);
      abort = () => reject(givenUp(signal));
      signal?.addEventListener('abort', abort, { once: true });
    });
    try {
      await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }
}

/** Transient: the batch comes again, here or at another instance. */
function givenUp(signal: AbortSignal | undefined): AppError {
  return messagingErrors.BATCH_GIVEN_UP({ reason: String(signal?.reason) });
}

function factsOf({ id, type, sender, envelope }: Incoming): object {
  return { messageId: id, type, sender, dossierCode: envelope.attributes.subject };
}

function readable(record: WireRecord, checks: IncomingChecks): Incoming {
  const incoming = readIncoming(record, checks);
  if (isUnreadable(incoming)) throw incoming.fault;
  return incoming;
}

/** The same work may succeed later: the database is away, or another transaction was in the way. */
function isTransient(error: unknown): boolean {
  return faultOf(error) === 'transient' || isConflict(error);
}

/** Each stream in number order, whatever order its messages came in. */
function inOrder(batch: readonly Incoming[], candidate: (one: Incoming) => Candidate): Candidate[] {
  return batch
    .map(candidate)
    .sort((a, b) => a.incoming.epoch - b.incoming.epoch || a.incoming.sequence - b.incoming.sequence);
}

function isDataFault(error: unknown): boolean {
  return faultOf(error) === 'data' || (isAppError(error) && faultOf(error.cause) === 'data');
}

function asAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  return messagingErrors.HANDLER_FAILED({ error: String(error) }, { cause: error });
}

function describe(error: unknown): string {
  return isAppError(error)
    ? `${error.code}: ${error.text('en')}`
    : String((error as Error | undefined)?.stack ?? error);
}
