import { choicesOf } from './choices';
import { firstSteps } from './first-steps';
import { type Draft, draftOf, finish, goBack, instanceOf, reach, refuse, settle } from './moves';
import type { ProcedureInstance } from './instance';
import type { Plan, PlannedStep } from './plan';
import type { Way } from './procedure';

/** One instant serves all: a walk asks what can follow what, not when. */
const AT = '2000-01-01T00:00:00.000+07:00';

/**
 * Walks every way that a dossier can take through a version, by the engine's own moves: none may come to stand before an
 * end, no two open steps may wait for the same message without a branch to tell them apart, and a result is possible.
 */
export function walkFaults(plan: Plan): readonly string[] {
  const faults = new Set<string>();
  const ends = new Set<string>();
  const seen = new Map<string, ProcedureInstance>();
  const visit = (draft: Draft): void => {
    settle(draft);
    const instance = instanceOf(draft);
    seen.set(shapeOf(instance), seen.get(shapeOf(instance)) ?? instance);
  };
  for (const without of choicesOf(plan.version.branches ?? [])) {
    for (const first of firstSteps(plan.version)) {
      const draft = draftOf(plan, { procedure: plan.procedure, version: 0, begun: AT, steps: {}, without }, AT);
      reach(draft, first);
      visit(draft);
    }
  }
  for (const instance of seen.values()) {
    if (instance.end !== undefined) {
      ends.add(instance.end);
      continue;
    }
    const open = openSteps(plan, instance);
    if (open.length === 0) faults.add(standsStill(instance));
    for (const fault of ambiguities(open)) faults.add(fault);
    for (const planned of open) moves(plan, instance, planned).forEach(visit);
  }
  for (const { id, state } of plan.version.ends)
    if (state === 10 && !ends.has(id)) faults.add(`end ${id} is never reached`);
  return [...faults];
}

function moves(plan: Plan, instance: ProcedureInstance, { step, refusals }: PlannedStep): readonly Draft[] {
  const ways: readonly Way[] = [...refusals, ...(step.supplement ? [step.supplement.missed] : [])];
  const done = draftOf(plan, instance, AT);
  finish(done, step.id);
  const refused = ways.map((way) => {
    const draft = draftOf(plan, instance, AT);
    refuse(draft, step.id, way, undefined);
    return draft;
  });
  const back = (step.backTo ?? []).map((id) => {
    const draft = draftOf(plan, instance, AT);
    goBack(draft, id, undefined);
    return draft;
  });
  return [done, ...refused, ...back];
}

function openSteps(plan: Plan, { steps }: ProcedureInstance): readonly PlannedStep[] {
  return [...plan.steps.values()].filter(({ step }) => steps[step.id]?.state === 'active');
}

function ambiguities(open: readonly PlannedStep[]): readonly string[] {
  return open.flatMap(({ step, done }, index) =>
    open
      .slice(index + 1)
      .filter((other) => other.step.branch === step.branch && other.done.some((type) => done.includes(type)))
      .map((other) => `${step.id} and ${other.step.id} wait for the same message at the same time`),
  );
}

function standsStill({ steps }: ProcedureInstance): string {
  const waiting = Object.entries(steps).flatMap(([id, { state }]) => (state === 'waiting' ? [id] : []));
  return waiting.length === 0
    ? 'it can come to stand with no open step and no end'
    : `${waiting.sort().join(' and ')} can wait for ever`;
}

/** What decides how it goes on, without the times. */
function shapeOf({ steps, branches, without, end }: ProcedureInstance): string {
  const states = Object.entries(steps).map(([id, { state }]) => `${id}:${state}`);
  return [
    states.sort().join(),
    Object.keys(branches ?? {})
      .sort()
      .join(),
    without?.join(),
    end,
  ].join('|');
}
