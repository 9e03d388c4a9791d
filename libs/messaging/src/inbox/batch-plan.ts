import type { AppError } from '@lienthong/kernel';
import { admit, advance, type KnownMessage, type Outcome, type StreamState } from './admission.rules';
import type { Mark, ParkedRow } from './inbox-store';
import type { Incoming } from './incoming';
import { messagingErrors } from '../messaging.errors';

/** What is acknowledged to the bus once the batch is committed. */
export interface Answer {
  readonly incoming: Incoming;
  readonly outcome: Outcome;
  readonly cause?: string;
}

export interface InboxCounts {
  handled: number;
  repeated: number;
  parked: number;
  stashed: number;
}

const keyOf = ({ sender, id }: Incoming): string => `${sender}|${id}`;

/** The verdicts of one batch and what has to be written for them. */
export class BatchPlan {
  readonly answers: Answer[] = [];
  readonly counts: InboxCounts = { handled: 0, repeated: 0, parked: 0, stashed: 0 };
  private readonly outcomes = new Map<string, Mark>();
  private readonly setAsides = new Map<string, ParkedRow>();
  private toStash: Incoming[] = [];
  private readonly touched = new Set<StreamState>();

  constructor(
    private readonly streams: ReadonlyMap<string, StreamState>,
    private readonly known: Map<string, KnownMessage>,
  ) {}

  /** One mark a message: its last outcome in this batch. */
  get marks(): Mark[] {
    return [...this.outcomes.values()];
  }

  get parked(): ParkedRow[] {
    return [...this.setAsides.values()];
  }

  get changedStreams(): StreamState[] {
    return [...this.touched];
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

  /** Number and identity alone say "old number, unknown id": the snapshot may be older than the lock, so look again. */
  needsSecondLook(incoming: Incoming): boolean {
    return !this.known.has(keyOf(incoming)) && incoming.sequence <= this.stateOf(incoming).lastIn;
  }

  learn(incoming: Incoming, known: KnownMessage): void {
    this.known.set(keyOf(incoming), known);
  }

  /** Whether the message is to be handled now; every other verdict is dealt with here. */
  admits(incoming: Incoming, fromStash: boolean): boolean {
    const known = this.known.get(keyOf(incoming));
    const waited = fromStash && known?.outcome === 'stashed';
    const admission = admit(this.stateOf(incoming), incoming, waited ? undefined : known);
    switch (admission.verdict) {
      case 'handle':
        return true;
      case 'repeat':
        this.counts.repeated += 1;
        this.answers.push({ incoming, outcome: admission.outcome });
        return false;
      case 'stash':
        if (!waited) this.stashes(incoming);
        return false;
      case 'conflict':
        this.setAside(
          incoming,
          messagingErrors.IDENTITY_CONFLICT({ known: admission.knownHash, received: incoming.hash }),
        );
        return false;
      case 'number-reused':
        this.setAside(incoming, messagingErrors.NUMBER_REUSED({ number: incoming.sequence, last: admission.lastIn }));
        this.mark(incoming, 'parked');
        return false;
    }
  }

  handled(incoming: Incoming): void {
    this.counts.handled += 1;
    this.take(incoming, 'handled');
    this.answers.push({ incoming, outcome: 'handled' });
  }

  /** The message parks with its cause, its stream waits behind it, all other streams go on. */
  parks(incoming: Incoming, fault: AppError): void {
    this.setAside(incoming, fault);
    const state = this.take(incoming, 'parked');
    state.blockedBy = incoming.id;
  }

  private stashes(incoming: Incoming): void {
    const state = this.stateOf(incoming);
    state.hasStash = true;
    this.touched.add(state);
    this.counts.stashed += 1;
    this.toStash.push(incoming);
    this.mark(incoming, 'stashed');
    this.answers.push({ incoming, outcome: 'stashed' });
  }

  private setAside(incoming: Incoming, fault: AppError): void {
    const { sender, id, stream, sequence, record } = incoming;
    this.counts.parked += 1;
    const parked = { sender, id, stream, sequence, cause: fault.code, detail: fault.text('en'), record };
    this.setAsides.set(keyOf(incoming), parked);
    this.answers.push({ incoming, outcome: 'parked', cause: fault.code });
  }

  private take(incoming: Incoming, outcome: Outcome): StreamState {
    const state = this.stateOf(incoming);
    advance(state, incoming);
    this.touched.add(state);
    this.mark(incoming, outcome);
    return state;
  }

  private mark(incoming: Incoming, outcome: Outcome): void {
    this.outcomes.set(keyOf(incoming), { incoming, outcome });
    this.known.set(keyOf(incoming), { hash: incoming.hash, outcome });
  }

  private stateOf(incoming: Incoming): StreamState {
    const state = this.streams.get(incoming.stream);
    if (!state) throw new Error(`stream ${incoming.stream} was not locked`);
    return state;
  }
}
