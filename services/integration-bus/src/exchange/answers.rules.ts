import type { AcceptedStream, RejectedMessage, WantedRange } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import type { PlannedRejection } from './batch-plan';
import { streamKeyOf, type Submission } from './submission';
import type { Judgement, StreamCount, Verdict } from './verdict.rules';

/** What the bus tells one sender about one batch. */
export interface Answer {
  readonly accepted: AcceptedStream[];
  readonly rejected: RejectedMessage[];
  readonly wanted: WantedRange[];
}

const LONGEST_TEXT = 2_000;

/** Answers by sender: which numbers were taken, what was refused (also before), which numbers are missing. */
export function answersOf(judgement: Judgement, rejections: readonly PlannedRejection[]): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  const answerTo = (sender: string): Answer => {
    const answer = answers.get(sender) ?? { accepted: [], rejected: [], wanted: [] };
    answers.set(sender, answer);
    return answer;
  };
  for (const rejection of rejections) {
    if (!rejection.submission.isProtocol) answerTo(rejection.submission.sender).rejected.push(told(rejection));
  }
  for (const verdict of judgement.verdicts) {
    if (verdict.outcome !== 'repeated-rejection') continue;
    answerTo(verdict.submission.sender).rejected.push(told({ ...verdict.prior, submission: verdict.submission }));
  }
  for (const { sender, run } of acceptedRuns(judgement.verdicts)) answerTo(sender).accepted.push(run);
  for (const submission of judgement.waiting) {
    const range = missingBefore(submission, judgement.streams.get(streamKeyOf(submission)));
    const { wanted } = answerTo(submission.sender);
    if (!wanted.some((known) => known.stream === range.stream && known.epoch === range.epoch)) wanted.push(range);
  }
  return answers;
}

/**
 * Runs of numbers that this batch accepted, or knew as accepted. What lies between two runs may have been refused before
 * and the refusal lost on its way: it is never said to be accepted.
 */
function acceptedRuns(verdicts: readonly Verdict[]): { readonly sender: string; readonly run: AcceptedStream }[] {
  const numbered = verdicts.filter(({ submission }) => !submission.isProtocol);
  const refused = new Set(numbered.filter(isRefusal).map(({ submission }) => numberOf(submission)));
  const taken = new Map<string, Submission>();
  for (const { outcome, submission } of numbered) {
    const isTaken = (outcome === 'accepted' || outcome === 'repeated') && !refused.has(numberOf(submission));
    if (isTaken) taken.set(numberOf(submission), submission);
  }
  const runs: { sender: string; run: { stream: string; epoch: number; from: number; upTo: number } }[] = [];
  for (const submission of [...taken.values()].sort(byNumber)) {
    const { sender, epoch, sequence } = submission;
    const stream = submission.envelope.attributes.partitionkey;
    const last = runs.at(-1);
    const follows = last?.sender === sender && last.run.stream === stream && last.run.epoch === epoch;
    if (follows && last.run.upTo === sequence - 1) last.run.upTo = sequence;
    else runs.push({ sender, run: { stream, epoch, from: sequence, upTo: sequence } });
  }
  return runs;
}

function isRefusal({ outcome }: Verdict): boolean {
  return outcome === 'rejected' || outcome === 'repeated-rejection';
}

function numberOf(submission: Submission): string {
  return `${streamKeyOf(submission)}|${submission.epoch}|${submission.sequence}`;
}

function byNumber(a: Submission, b: Submission): number {
  const [left, right] = [streamKeyOf(a), streamKeyOf(b)];
  if (left !== right) return left < right ? -1 : 1;
  return a.epoch - b.epoch || a.sequence - b.sequence;
}

function told({ submission, logId, code, text, at }: PlannedRejection): RejectedMessage {
  const { id, partitionkey: stream } = submission.envelope.attributes;
  return {
    id,
    stream,
    sequence: submission.sequence,
    code,
    text: text.slice(0, LONGEST_TEXT),
    logId,
    at: instantText(at),
  };
}

/** The numbers between what was taken and what waits. */
export function missingBefore({ envelope, epoch, sequence }: Submission, count: StreamCount | undefined): WantedRange {
  const from = count?.epoch === epoch ? count.lastIn + 1 : 1;
  return { stream: envelope.attributes.partitionkey, epoch, from, to: sequence - 1 };
}
