import type { BranchEnd, Effect, ProcedureInstance, StepInstance, StepState } from './instance';
import type { Plan } from './plan';
import type { Way } from './procedure';

/** An instance while it is being decided: the engine's moves change it, and nothing else sees it. */
export interface Draft {
  readonly plan: Plan;
  /** The instant of what happened, as text. */
  readonly at: string;
  readonly begun: string;
  readonly without: readonly string[];
  readonly steps: Record<string, StepInstance>;
  readonly branches: Record<string, BranchEnd>;
  readonly effects: Effect[];
  end?: string;
}

const OPEN: ReadonlySet<StepState> = new Set(['waiting', 'active', 'paused']);

/** Whether the step still has to come to an end: begun, paused or waiting for others. */
export function isOpen(step: StepInstance | undefined): step is StepInstance {
  return step !== undefined && OPEN.has(step.state);
}

/** A copy of the instance that may be changed; what happens now happens at that instant. */
export function draftOf(plan: Plan, instance: ProcedureInstance, at: string): Draft {
  const { begun, without = [], steps, branches, end } = instance;
  return {
    plan,
    at,
    begun,
    without,
    steps: { ...steps },
    branches: { ...branches },
    effects: [],
    ...(end !== undefined && { end }),
  };
}

/** The draft as it is kept. */
export function instanceOf({ plan, begun, without, steps, branches, end }: Draft): ProcedureInstance {
  return {
    procedure: plan.procedure,
    version: plan.version.version,
    begun,
    steps,
    ...(Object.keys(branches).length > 0 && { branches }),
    ...(without.length > 0 && { without }),
    ...(end !== undefined && { end }),
  };
}

/** A step is done: all that follows it is reached. */
export function finish(draft: Draft, id: string): void {
  close(draft, id, 'done');
  for (const next of draft.plan.steps.get(id)?.step.next ?? []) reach(draft, next);
}

/** A step is refused: it leads on, ends its branch, or ends the procedure at once. */
export function refuse(draft: Draft, id: string, way: Way, reason: string | undefined): void {
  close(draft, id, 'refused', reason);
  const end = draft.plan.ends.get(way.next ?? '');
  if (way.next === undefined) endBranch(draft, draft.plan.steps.get(id)?.step.branch ?? '', way.endsBranch, reason);
  else if (end) terminate(draft, { id: end.id, state: end.state === 3 ? 3 : 8 }, reason);
  else reach(draft, way.next);
}

/** Ends the whole procedure: whatever is open stops, and no branch goes on. */
export function terminate(draft: Draft, end: { readonly id: string; readonly state: 3 | 8 }, reason?: string): void {
  for (const [id, step] of Object.entries(draft.steps)) if (isOpen(step)) close(draft, id, 'stopped', reason);
  for (const id of draft.plan.branches.keys()) {
    if (!draft.without.includes(id)) draft.branches[id] ??= branchEnd(draft, end.state, reason);
  }
  conclude(draft, end.id);
}

/** Ends one branch before it is done: its open steps stop, and what follows the branch waits for it no longer. */
export function endBranch(draft: Draft, id: string, state: 3 | 8, reason?: string): void {
  const planned = draft.plan.branches.get(id);
  if (!planned) return;
  for (const step of planned.steps) if (isOpen(draft.steps[step])) close(draft, step, 'stopped', reason);
  draft.branches[id] = branchEnd(draft, state, reason);
  draft.effects.push({ kind: 'branch-ended', branch: id, state });
  for (const exit of planned.exits) reach(draft, exit);
}

/** Something led to this step or end. What the owner does not see, or the applicant did not choose, is passed through. */
export function reach(draft: Draft, id: string): void {
  const reached = new Set([id]);
  for (const place of reached) {
    if (isPassedThrough(draft, place)) draft.plan.steps.get(place)?.step.next.forEach((next) => reached.add(next));
    else if (!isOpen(draft.steps[place])) draft.steps[place] = { state: 'waiting', since: draft.at };
  }
}

/** The owner takes up a step of its own again: whatever is open beside it, in its branch or on the trunk, stops unrefused. */
export function goBack(draft: Draft, id: string, reason: string | undefined): void {
  const branch = draft.plan.steps.get(id)?.step.branch;
  for (const [open, step] of Object.entries(draft.steps)) {
    if (isOpen(step) && draft.plan.steps.get(open)?.step.branch === branch) close(draft, open, 'stopped', reason);
  }
  reach(draft, id);
}

/** Begins every step that waits for nothing that can still come. */
export function settle(draft: Draft): void {
  for (let changed = true; changed && draft.end === undefined;) {
    changed = false;
    for (const [id, step] of Object.entries(draft.steps)) {
      if (draft.end !== undefined || step.state !== 'waiting' || othersLeadTo(draft, id)) continue;
      changed = true;
      if (draft.plan.ends.has(id)) conclude(draft, id);
      else beginStep(draft, id);
    }
  }
}

function beginStep(draft: Draft, id: string): void {
  draft.steps[id] = { state: 'active', since: draft.at, begun: draft.at };
  const planned = draft.plan.steps.get(id);
  if (planned?.asks === undefined) return;
  const { branch } = planned.step;
  draft.effects.push({ kind: 'ask', step: id, type: planned.asks, ...(branch !== undefined && { branch }) });
}

function conclude(draft: Draft, end: string): void {
  for (const id of draft.plan.ends.keys()) delete draft.steps[id];
  draft.end = end;
  draft.effects.push({ kind: 'ended', end });
}

function othersLeadTo(draft: Draft, id: string): boolean {
  const isEnd = draft.plan.ends.has(id);
  return Object.entries(draft.steps).some(([other, step]) => {
    if (other === id || !isOpen(step)) return false;
    const planned = draft.plan.steps.get(other);
    return planned !== undefined && (isEnd || planned.reaches.has(id));
  });
}

function isPassedThrough(draft: Draft, id: string): boolean {
  const planned = draft.plan.steps.get(id);
  if (!planned) return false;
  const { branch } = planned.step;
  return planned.hidden || (branch !== undefined && (draft.without.includes(branch) || branch in draft.branches));
}

function close(draft: Draft, id: string, state: 'done' | 'refused' | 'stopped', reason?: string): void {
  const { begun, pauses, late, opinions } = draft.steps[id] ?? {};
  draft.steps[id] = {
    state,
    since: draft.at,
    ...(begun !== undefined && { begun }),
    ...(pauses && { pauses: ended(pauses, draft.at) }),
    ...(late !== undefined && { late }),
    ...(reason !== undefined && { reason }),
    ...(opinions && { opinions }),
  };
}

/** The clock runs again from that instant, if it stood. */
export function ended(pauses: NonNullable<StepInstance['pauses']>, to: string): NonNullable<StepInstance['pauses']> {
  return pauses.map((pause) => ({ to, ...pause }));
}

function branchEnd({ at }: Draft, state: 3 | 8, reason?: string): BranchEnd {
  return { state, at, ...(reason !== undefined && { reason }) };
}
