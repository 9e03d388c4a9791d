import type { AppError } from '@lienthong/kernel';
import { missingBefore } from '../exchange/answers.rules';
import type { ExchangedBatch } from '../exchange/exchange-transaction';
import { isVerified, type RecordPlace, streamKeyOf, type Submission } from '../exchange/submission';

/** What became of a submitted message. Told again, it is told in the same words. */
export type Submitted =
  | { readonly outcome: 'accepted'; readonly logId: string; readonly at: Date }
  | {
      readonly outcome: 'refused';
      readonly logId: string;
      readonly at: Date;
      readonly code: string;
      readonly text: string;
    }
  /** Numbers before it are missing. */
  | {
      readonly outcome: 'waiting';
      readonly stream: string;
      readonly epoch: number;
      readonly from: number;
      readonly to: number;
    }
  /** Nobody can be held to be its sender. */
  | { readonly outcome: 'unverifiable'; readonly fault: AppError }
  /** It came before: the log says what was answered then. */
  | { readonly outcome: 'repeated'; readonly submission: Submission };

/** One answer for each record of these batches, by its place. */
export function submittedOf(batches: readonly ExchangedBatch[]): Map<string, Submitted> {
  return new Map(batches.flatMap((batch) => [...answersOf(batch)]));
}

export function placeKey({ topic, offset }: Pick<RecordPlace, 'topic' | 'offset'>): string {
  return `${topic}|${offset}`;
}

function answersOf(batch: ExchangedBatch): Map<string, Submitted> {
  const { plan, verdicts, unverifiable, waiting } = batch;
  const answers = new Map<string, Submitted>();
  const answer = (one: Submission | ExchangedBatch['unverifiable'][number], submitted: Submitted): void => {
    answers.set(placeKey(one.place), submitted);
  };
  for (const { submission } of verdicts) answer(submission, { outcome: 'repeated', submission });
  const times = new Map(plan.entries.map(({ logId, acceptedAt }) => [logId, acceptedAt]));
  for (const { submission, logId } of plan.kept) {
    answer(submission, { outcome: 'accepted', logId, at: times.get(logId) as Date });
  }
  for (const { submission, ...rejection } of plan.rejections) answer(submission, refusal(rejection));
  for (const verdict of verdicts) {
    if (verdict.outcome === 'repeated-rejection') answer(verdict.submission, refusal(verdict.prior));
  }
  for (const one of waiting)
    answer(one, { outcome: 'waiting', ...missingBefore(one, batch.streams.get(streamKeyOf(one))) });
  for (const one of unverifiable) if (!isVerified(one)) answer(one, { outcome: 'unverifiable', fault: one.fault });
  return answers;
}

function refusal({ logId, at, code, text }: { logId: string; at: Date; code: string; text: string }): Submitted {
  return { outcome: 'refused', logId, at, code, text };
}
