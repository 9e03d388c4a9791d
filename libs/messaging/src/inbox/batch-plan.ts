import { type AppError, idTime } from '@lienthong/kernel';
import {
  type Admission,
  admit,
  admitVoid,
  advance,
  isNext,
  type KnownMessage,
  type Memory,
  type Outcome,
  type StreamState,
} from './admission.rules';
import { type Answer, type InboxCounts, noCounts } from './answer';
import { type Identity, keyOf } from './identity';
import type { Discarded, Mark, StashPlace } from './inbox-store';
import type { Incoming } from './incoming';
import { messagingErrors } from '../messaging.errors';
import { conflictId, parkedRow, type ParkedRow } from '../parking/parked-row';

const VOIDED = messagingErrors.VOIDED().code;

/** The verdicts of one batch and what has to be written for them. */
export class BatchPlan {
  readonly answers: Answer[] = [];
  readonly counts: InboxCounts = noCounts();
  /** Records that leave the stash, whatever became of them. */
  readonly unstashed: StashPlace[] = [];
  /** Parked messages whose void came. */
  readonly voidedParked: Identity[] = [];
  private readonly outcomes = new Map<string, Mark>();
  private readonly setAsides = new Map<string, ParkedRow>();
  private toStash: Incoming[] = [];
  private readonly discarded = new Map<Incoming, Discarded>();
  private readonly triedAgain = new Map<string, Incoming>();
  private readonly touched = new Set<StreamState>();

  /** `forgottenBefore`: marks of ids made before this instant may be gone. */
  constructor(
    private readonly streams: ReadonlyMap<string, StreamState>,
    private readonly known: Map<string, KnownMessage>,
    private readonly forgottenBefore: Date,
  ) {}

  /** One mark a message: its last outcome in this batch, in the order of these outcomes. */
  get marks(): Mark[] {
    return [...this.outcomes.values()];
  }

  get parked(): ParkedRow[] {
    return [...this.setAsides.values()];
  }

  /** Parked messages that came once more by an act of the bus and are parked no longer. */
  get released(): Incoming[] {
    return [...this.triedAgain].flatMap(([key, incoming]) =>
      this.known.get(key)?.outcome === 'parked' ? [] : [incoming],
    );
  }

  get changedStreams(): StreamState[] {
    return [...this.touched];
  }

  /** Whether anything but parked rows is to be written. */
  get isClosing(): boolean {
    return this.outcomes.size > 0 || this.unstashed.length > 0 || this.touched.size > 0;
  }

  /** Messages to be put into the stash since the last call. */
  takeStash(): Incoming[] {
    const taken = this.toStash;
    this.toStash = [];
    return taken;
  }

  /** Streams in which a waiting message may follow now. */
  streamsWithStash(): StreamState[] {
    return [...this.streams.values()].filter((stream) => stream.hasStash && !stream.blockedBy);
  }

  knows(identity: Identity): boolean {
    return this.known.has(keyOf(identity));
  }

  /** Number and identity alone say "old number, unknown id": the snapshot may be older than the lock, so look again. */
  needsSecondLook(incoming: Incoming): boolean {
    return !this.knows(incoming) && incoming.sequence <= this.stateOf(incoming).lastIn;
  }

  /** Another message is known under its identity. */
  differs(incoming: Incoming): boolean {
    const known = this.known.get(keyOf(incoming));
    return known !== undefined && known.hash !== incoming.hash;
  }

  /** A message that holds its stream parked comes once more by an act of the bus. */
  mayTryAgain(incoming: Incoming): boolean {
    const { epoch, lastIn, blockedBy } = this.stateOf(incoming);
    const stands = blockedBy === incoming.id && epoch === incoming.epoch && lastIn === incoming.sequence;
    return incoming.replay !== undefined && stands && this.known.get(keyOf(incoming))?.hash === incoming.hash;
  }

  /** Its number is taken back: it is handled as the next of its stream. */
  triesAgain(incoming: Incoming): void {
    const state = this.stateOf(incoming);
    state.blockedBy = undefined;
    state.lastIn = incoming.sequence - 1;
    this.known.delete(keyOf(incoming));
    this.triedAgain.set(keyOf(incoming), incoming);
  }

  /** What waits in the stash comes as the next of its stream. */
  comesInTurn(incoming: Incoming): boolean {
    const known = this.known.get(keyOf(incoming));
    return known?.outcome === 'stashed' && known.hash === incoming.hash && isNext(this.stateOf(incoming), incoming);
  }

  /** It was renumbered by a restored bus: what waited under the old number is handled under the new one. */
  takesTurn(incoming: Incoming, place: StashPlace): void {
    this.known.delete(keyOf(incoming));
    this.unstashed.push(place);
  }

  learnDiscarded(incoming: Incoming, discarded: Discarded | undefined): void {
    if (discarded) this.discarded.set(incoming, discarded);
  }

  learn(identity: Identity, known: KnownMessage): void {
    this.known.set(keyOf(identity), known);
  }

  /** Whether the message is to be handled now; every other verdict is dealt with here. */
  admits(incoming: Incoming, fromStash: boolean): boolean {
    const { waited, admission } = this.judge(incoming, fromStash);
    if (fromStash && admission.verdict !== 'stash') this.leavesStash(incoming);
    switch (admission.verdict) {
      case 'handle':
        return true;
      case 'repeat':
        this.repeats(incoming, admission.outcome, admission.cause);
        return false;
      case 'stash':
        if (!waited) this.stashes(incoming);
        return false;
      case 'late-void':
        this.voidsLate(incoming, admission.replaced);
        return false;
      case 'conflict':
        this.conflicts(incoming, admission.knownHash);
        return false;
      case 'number-reused':
        this.reusesNumber(incoming, admission.lastIn);
        return false;
    }
  }

  handled(incoming: Incoming): void {
    this.counts.handled += 1;
    this.take(incoming, 'handled');
    this.answers.push({ incoming, outcome: 'handled' });
    this.replaces(incoming, 'gone');
  }

  /** The message parks with its cause, its stream waits behind it, all other streams go on. */
  parks(incoming: Incoming, fault: AppError, detail: string): void {
    this.setAside(incoming, fault, { holdsStream: true, detail });
    const state = this.take(incoming, 'parked', fault.code);
    state.blockedBy = incoming.id;
  }

  /** Another message waits under the same number already: one of the two is wrong, and nobody may choose silently. */
  stashPlaceTaken(incoming: Incoming): void {
    this.counts.stashed -= 1;
    this.answers.splice(
      this.answers.findIndex((answer) => answer.incoming === incoming),
      1,
    );
    this.reusesNumber(incoming, incoming.sequence - 1);
  }

  private judge(incoming: Incoming, fromStash: boolean): { waited: boolean; admission: Admission } {
    const state = this.stateOf(incoming);
    const known = this.known.get(keyOf(incoming));
    const waited = fromStash && (known === undefined || known.outcome === 'stashed');
    const memory: Memory = waited
      ? { known: undefined, isForgotten: false, hasWaited: true }
      : { known, isForgotten: idTime(incoming.id) < this.forgottenBefore };
    if (!incoming.voids) return { waited, admission: admit(state, incoming, memory) };
    const replaced = this.known.get(keyOf(incoming.voids));
    return { waited, admission: admitVoid(state, incoming, { ...memory, replaced }) };
  }

  private repeats(incoming: Incoming, outcome: Outcome, cause?: string): void {
    this.counts.repeated += 1;
    const said = outcome === 'voided' ? 'discarded' : outcome;
    this.answers.push({ incoming, outcome: said, ...(cause ? { cause } : {}) });
    this.renumbers(incoming, outcome);
  }

  /** A bus that was restored may number again what is done with: it takes the number, or its stream would wait for ever. */
  private renumbers(incoming: Incoming, outcome: Outcome): void {
    const state = this.stateOf(incoming);
    if (outcome === 'parked' || outcome === 'stashed' || !isNext(state, incoming)) return;
    advance(state, incoming);
    this.touched.add(state);
  }

  /** The message waits in its place, and its stream behind it. */
  stashes(incoming: Incoming): void {
    const state = this.stateOf(incoming);
    state.hasStash = true;
    this.touched.add(state);
    this.counts.stashed += 1;
    this.toStash.push(incoming);
    this.mark(incoming, 'stashed');
    this.answers.push({ incoming, outcome: 'stashed' });
    this.replaces(incoming, 'overwritten');
  }

  /** The number of the void was taken by the message it replaces: what was handled stays, what was parked is let go. */
  private voidsLate(incoming: Incoming, replaced: KnownMessage): void {
    const cause = replaced.outcome === 'handled' ? messagingErrors.VOID_AFTER_HANDLED().code : undefined;
    this.counts.handled += 1;
    this.mark(incoming, 'handled', cause);
    this.answers.push({ incoming, outcome: 'handled', ...(cause ? { cause } : {}) });
    this.replaces(incoming, 'gone');
  }

  /** From now on the message that a void replaces is known and is never handled, unless it was. */
  private replaces(incoming: Incoming, stashedRecord: 'gone' | 'overwritten'): void {
    const { voids: replaced, stream, sequence } = incoming;
    const known = replaced && this.known.get(keyOf(replaced));
    if (!replaced || (known && known.outcome !== 'stashed' && known.outcome !== 'parked')) return;
    const said = { hash: known?.hash ?? replaced.hash, outcome: 'voided', cause: VOIDED } as const;
    this.outcomes.set(keyOf(replaced), { sender: replaced.sender, id: replaced.id, stream, sequence, ...said });
    this.learn(replaced, said);
    if (known?.outcome === 'stashed' && stashedRecord === 'gone') this.leavesStash(incoming);
    if (known?.outcome === 'parked') this.letsGo(stream, replaced);
  }

  private letsGo(stream: string, replaced: Identity): void {
    this.voidedParked.push(replaced);
    this.setAsides.delete(keyOf(replaced));
    const state = this.streams.get(stream);
    if (state?.blockedBy !== replaced.id) return;
    state.blockedBy = undefined;
    this.touched.add(state);
  }

  private conflicts(incoming: Incoming, knownHash: string): void {
    const discarded = this.discarded.get(incoming);
    if (discarded) return this.staysDiscarded(incoming, discarded);
    const fault = messagingErrors.IDENTITY_CONFLICT({ known: knownHash, received: incoming.hash });
    this.setAside(incoming, fault, { id: conflictId(incoming) });
  }

  /** Its number is passed with its turn. */
  private staysDiscarded(incoming: Incoming, { reason, isNumberTaken }: Discarded): void {
    this.counts.repeated += 1;
    this.answers.push({ incoming, outcome: 'discarded', cause: reason });
    if (!isNumberTaken) this.renumbers(incoming, 'discarded');
  }

  private reusesNumber(incoming: Incoming, last: number): void {
    const fault = incoming.fault ?? messagingErrors.NUMBER_REUSED({ number: incoming.sequence, last });
    this.setAside(incoming, fault, {});
    this.mark(incoming, 'parked', fault.code);
  }

  private setAside(
    incoming: Incoming,
    fault: AppError,
    row: { readonly id?: string; readonly holdsStream?: boolean; readonly detail?: string },
  ): void {
    this.counts.parked += 1;
    this.setAsides.set(keyOf({ ...incoming, ...row }), { ...parkedRow(incoming, fault), ...row });
    this.answers.push({ incoming, outcome: 'parked', cause: fault.code });
  }

  private take(incoming: Incoming, outcome: Outcome, cause?: string): StreamState {
    const state = this.stateOf(incoming);
    advance(state, incoming);
    this.touched.add(state);
    this.mark(incoming, outcome, cause);
    return state;
  }

  private mark(incoming: Incoming, outcome: Outcome, cause?: string): void {
    const { sender, id, stream, sequence, hash } = incoming;
    const said = { outcome, ...(cause ? { cause } : {}) };
    this.outcomes.delete(keyOf(incoming));
    this.outcomes.set(keyOf(incoming), { sender, id, stream, sequence, hash, ...said });
    this.learn(incoming, { hash, ...said });
  }

  private leavesStash({ stream, epoch, sequence }: Incoming): void {
    this.unstashed.push({ stream, epoch, sequence });
  }

  private stateOf(incoming: Incoming): StreamState {
    const state = this.streams.get(incoming.stream);
    if (!state) throw new Error(`stream ${incoming.stream} was not locked`);
    return state;
  }
}
