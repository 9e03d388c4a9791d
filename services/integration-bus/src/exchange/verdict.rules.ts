import type { AppError } from '@lienthong/kernel';
import { busErrors } from '../integration-bus.errors';
import { identityOf, streamKeyOf, type Submission } from './submission';

/** The last number that was taken of a sender's stream. */
export interface StreamCount {
  readonly epoch: number;
  readonly lastIn: number;
}

/** An answer that was given before. */
export interface PriorRejection {
  readonly leaf: Buffer;
  readonly logId: string;
  readonly code: string;
  readonly text: string;
  readonly at: Date;
}

/** What is known of an identity (sender, id). */
export interface Prior {
  first?: { readonly leaf: Buffer; readonly contentHash: string };
  readonly rejections: PriorRejection[];
}

export type Verdict =
  | { readonly outcome: 'accepted' | 'acknowledged' | 'repeated'; readonly submission: Submission }
  | { readonly outcome: 'repeated-rejection'; readonly submission: Submission; readonly prior: PriorRejection }
  | {
      readonly outcome: 'rejected';
      readonly submission: Submission;
      readonly fault: AppError;
      /** The message is kept as the first of its identity; a conflicting one leaves the first in place. */
      readonly isFirst: boolean;
    };

export interface Judgement {
  readonly verdicts: readonly Verdict[];
  /** Streams with their numbers after the batch. */
  readonly streams: ReadonlyMap<string, StreamCount>;
  /** Messages with a number higher than expected; they wait until the gap closes. */
  readonly waiting: readonly Submission[];
}

/**
 * Judges verified messages in the order in which they came: known → admitted → number. Streams and identities move on
 * with every verdict, so that a batch is judged like its messages one after another.
 */
export function judge(
  submissions: readonly Submission[],
  before: { readonly streams: ReadonlyMap<string, StreamCount>; readonly priors: ReadonlyMap<string, Prior> },
): Judgement {
  const bench = new Bench(new Map(before.streams), new Map(before.priors));
  for (const submission of submissions) bench.place(submission);
  return { verdicts: bench.verdicts, streams: bench.streams, waiting: [...bench.waiting.values()] };
}

class Bench {
  readonly verdicts: Verdict[] = [];
  readonly waiting = new Map<string, Submission>();
  /** Refused in this batch; a copy in the same batch is answered by that refusal. */
  private readonly refused = new Set<string>();

  constructor(
    readonly streams: Map<string, StreamCount>,
    private readonly priors: Map<string, Prior>,
  ) {}

  place(submission: Submission): void {
    let next: Submission | undefined = submission;
    while (next) next = this.placeOne(next) ? this.follower(next) : undefined;
  }

  /** Returns whether the message took its number, so that the one behind it may follow. */
  private placeOne(submission: Submission): boolean {
    if (this.isAnswered(submission) || isHeld(submission)) return false;
    if (submission.isProtocol) {
      this.settle(submission, 'acknowledged');
      return false;
    }
    const stream = this.streams.get(streamKeyOf(submission)) ?? { epoch: 0, lastIn: 0 };
    const { epoch, sequence } = submission;
    const lastIn = epoch > stream.epoch ? 0 : stream.lastIn;
    if (epoch < stream.epoch || sequence <= lastIn) {
      this.reject(submission, refusalOf(submission) ?? passed(submission, stream), false);
      return false;
    }
    if (sequence > lastIn + 1) {
      const key = waitingKey(submission, sequence);
      if (!this.waiting.has(key)) this.waiting.set(key, submission);
      return false;
    }
    this.streams.set(streamKeyOf(submission), { epoch, lastIn: sequence });
    this.settle(submission, 'accepted');
    return true;
  }

  /** Same identity and leaf: answered as before. Same identity, other leaf: the first stays (F28). */
  private isAnswered(submission: Submission): boolean {
    if (this.refused.has(leafKey(submission))) {
      this.verdicts.push({ outcome: 'repeated', submission });
      return true;
    }
    const prior = this.priors.get(identityOf(submission));
    const rejection = prior?.rejections.find(({ leaf }) => leaf.equals(submission.leaf));
    if (rejection) this.verdicts.push({ outcome: 'repeated-rejection', submission, prior: rejection });
    if (rejection) return true;
    if (!prior?.first) return false;
    if (prior.first.leaf.equals(submission.leaf)) this.verdicts.push({ outcome: 'repeated', submission });
    else this.reject(submission, conflict(submission, prior.first.contentHash), false);
    return true;
  }

  private settle(submission: Submission, outcome: 'accepted' | 'acknowledged'): void {
    const fault = refusalOf(submission);
    if (fault) return this.reject(submission, fault, !isOutsideWindow(submission));
    this.verdicts.push({ outcome, submission });
    this.remember(submission);
  }

  private reject(submission: Submission, fault: AppError, isFirst: boolean): void {
    this.verdicts.push({ outcome: 'rejected', submission, fault, isFirst });
    this.refused.add(leafKey(submission));
    if (isFirst) this.remember(submission);
  }

  private remember(submission: Submission): void {
    const { leaf, envelope } = submission;
    const first = { leaf, contentHash: envelope.attributes.contenthash };
    this.priors.set(identityOf(submission), { first, rejections: [] });
  }

  private follower(submission: Submission): Submission | undefined {
    const key = waitingKey(submission, submission.sequence + 1);
    const follower = this.waiting.get(key);
    this.waiting.delete(key);
    return follower;
  }
}

function waitingKey(submission: Submission, sequence: number): string {
  return `${streamKeyOf(submission)}|${submission.epoch}|${sequence}`;
}

function leafKey(submission: Submission): string {
  return `${identityOf(submission)}|${submission.leaf.toString('base64')}`;
}

function isOutsideWindow({ admission }: Submission): boolean {
  return !admission.admitted && admission.outsideWindow === true;
}

/** Of a suspended sender: nothing is said and no number is taken, so that it comes again after the suspension. */
function isHeld({ admission }: Submission): boolean {
  return !admission.admitted && admission.isHeld === true;
}

function refusalOf({ admission }: Submission): AppError | undefined {
  return admission.admitted ? undefined : admission.fault;
}

function passed({ epoch, sequence }: Submission, stream: StreamCount): AppError {
  return busErrors.SEQUENCE_CONFLICT({ epoch, sequence, lastEpoch: stream.epoch, lastIn: stream.lastIn });
}

function conflict({ envelope }: Submission, knownHash: string): AppError {
  return busErrors.IDENTITY_CONFLICT({ knownHash, receivedHash: envelope.attributes.contenthash });
}
