import type { ProcedureInstance } from './instance';
import { isOpen } from './moves';
import type { NationalStateCode } from './national-states.data';
import { type Plan, type PlannedBranch, planOf } from './plan';
import type { ProcedureVersion } from './procedure';

/** How a chain came out. */
export type Outcome = 'completed' | 'partly-completed' | 'stopped' | 'not-accepted';

const CLOSED: ReadonlySet<NationalStateCode> = new Set([3, 8, 9, 10]);

/** The national state of each sub-dossier; a branch that the applicant did not choose has none. */
export function branchStates(
  version: ProcedureVersion,
  instance: ProcedureInstance,
): Readonly<Record<string, NationalStateCode>> {
  const plan = planOf(version);
  const states: Record<string, NationalStateCode> = {};
  for (const [id, planned] of plan.branches) {
    if (!instance.without?.includes(id)) states[id] = branchState(plan, planned, instance);
  }
  return states;
}

/**
 * The national state of the parent dossier: 9 when every branch is 9, 3, 8 or 10 and at least the pivot is 9 (O §3.7);
 * 5 while nothing but papers is awaited; before that the state of the branch of the pivot until it is accepted, then 4.
 */
export function parentState(version: ProcedureVersion, instance: ProcedureInstance): NationalStateCode {
  const plan = planOf(version);
  const end = plan.ends.get(instance.end ?? '');
  if (end) return end.state;
  const states = branchStates(version, instance);
  if (plan.branches.size === 0) return stateOfOpen(plan, [...plan.steps.keys()], instance);
  const open = Object.values(states).filter((state) => !CLOSED.has(state));
  if (open.length === 0 && instance.steps[version.pivot]?.state === 'done') return 9;
  const ofPivot = states[plan.pivotBranch ?? ''];
  if (ofPivot === 1 || ofPivot === 2) return ofPivot;
  return open.length > 0 && open.every((state) => state === 5) ? 5 : 4;
}

/** The outcome as it stands: partly completed where a branch ended before it was done. */
export function outcomeOf(version: ProcedureVersion, instance: ProcedureInstance): Outcome {
  const end = planOf(version).ends.get(instance.end ?? '');
  if (end?.state === 3) return 'not-accepted';
  if (end?.state === 8) return 'stopped';
  return Object.keys(instance.branches ?? {}).length > 0 ? 'partly-completed' : 'completed';
}

function branchState(plan: Plan, { branch, steps }: PlannedBranch, instance: ProcedureInstance): NationalStateCode {
  const ended = instance.branches?.[branch.id];
  if (ended) return ended.state;
  if (steps.some((id) => isOpen(instance.steps[id]))) return stateOfOpen(plan, steps, instance);
  if (steps.every((id) => instance.steps[id] === undefined)) return 1;
  return plan.ends.get(instance.end ?? '')?.state === 10 ? 10 : 9;
}

function stateOfOpen(plan: Plan, ids: readonly string[], { steps }: ProcedureInstance): NationalStateCode {
  if (ids.some((id) => steps[id]?.state === 'paused')) return 5;
  const states = ids.filter((id) => steps[id]?.state === 'active').map((id) => plan.steps.get(id)?.step.state ?? 4);
  return states.reduce<NationalStateCode>((most, state) => (state > most ? state : most), states[0] ?? 4);
}
