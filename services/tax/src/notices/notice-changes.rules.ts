import type { ComputedAssessment } from '../assessments/assessment.state';
import type { Issuing, NoticeChanges, NoticePlan, Standing } from './notice-changes.state';
import { NoticeDraft } from './notice-draft.rules';
import { isUnchanged } from './standing-items.rules';

/** F6, F29: a kind whose persons owe what they owed keeps its notice; nothing to pay any more withdraws it. */
export function planNotices({ revenues }: ComputedAssessment, { notices, items }: Standing): readonly NoticePlan[] {
  const gone = notices.filter(({ kind }) => !revenues.some((revenue) => revenue.kind === kind && isPayable(revenue)));
  const planned = revenues.filter(isPayable).flatMap((revenue): readonly NoticePlan[] => {
    const old = notices.find(({ kind }) => kind === revenue.kind);
    if (!old) return [{ kind: 'first', revenue }];
    return isUnchanged(revenue, items) ? [] : [{ kind: 'amended', revenue, old }];
  });
  return [...planned, ...gone.map((old): NoticePlan => ({ kind: 'withdrawn', old }))];
}

/** A kind of revenue of which everybody is exempt has no notice. */
export function isPayable({ totalDong }: { readonly totalDong: string }): boolean {
  return totalDong !== '0';
}

/** Draws up the planned notices: first ones, amended ones that name what they replace, and what is closed by either. */
export function drawUp(
  assessment: ComputedAssessment,
  plans: readonly NoticePlan[],
  { items }: Standing,
  issuing: Issuing,
): NoticeChanges {
  const draft = new NoticeDraft(assessment, items, issuing);
  for (const plan of plans) draft.add(plan);
  return draft.changes();
}
