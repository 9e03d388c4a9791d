import { firstSteps } from './first-steps';
import type { ProcedureStep, ProcedureVersion, Way } from './procedure';
import { reachableFrom } from './reachability';

/** Faults of the graph of steps: loose ends, branches, the pivot and what may be undone. */
export function graphFaults(version: ProcedureVersion): readonly string[] {
  const loose = [...nameFaults(version), ...linkFaults(version), ...branchFaults(version), ...pivotFaults(version)];
  return loose.length > 0 ? loose : [...pathFaults(version), ...afterPivotFaults(version)];
}

function nameFaults(version: ProcedureVersion): readonly string[] {
  const { steps, ends, branches = [] } = version;
  const ids = [...steps, ...ends, ...branches].map(({ id }) => id);
  const faults = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is defined twice`);
  const unknown = firstSteps(version).filter((first) => !steps.some(({ id }) => id === first));
  return [...faults, ...unknown.map((first) => `first step ${first} is unknown`)];
}

function linkFaults({ steps, ends }: ProcedureVersion): readonly string[] {
  const known = new Set([...steps, ...ends].map(({ id }) => id));
  const stepIds = new Set(steps.map(({ id }) => id));
  return steps.flatMap((step) => [
    ...(step.next.length === 0 ? [`${step.id} leads nowhere`] : []),
    ...step.next.filter((next) => !known.has(next)).map((next) => `${step.id} leads to unknown ${next}`),
    ...waysBack(step).flatMap(({ what, way }) => wayFaults(step, what, { way, ends, known })),
    ...(step.backTo ?? [])
      .filter((back) => !stepIds.has(back))
      .map((back) => `${step.id} may go back to unknown ${back}`),
    ...(step.againUntil === undefined || stepIds.has(step.againUntil)
      ? []
      : [`${step.id} may come again until unknown ${step.againUntil}`]),
  ]);
}

interface WayBack {
  readonly what: string;
  readonly way: Way;
}

function waysBack({ id, refusals, supplement }: ProcedureStep): readonly WayBack[] {
  return [
    ...refusals.map((way) => ({ what: `refusal of ${id}`, way })),
    ...(supplement ? [{ what: `missed supplement of ${id}`, way: supplement.missed }] : []),
  ];
}

/** "Not accepted" (3) is for what was never accepted; after that it is stopped (8) (O §1.3, corrections row 9). */
function wayFaults(
  step: ProcedureStep,
  what: string,
  { way, ends, known }: { way: Way; ends: ProcedureVersion['ends']; known: ReadonlySet<string> },
): readonly string[] {
  if (way.next !== undefined && !known.has(way.next)) return [`${what} leads to unknown ${way.next}`];
  if (way.next === undefined && step.branch === undefined) return [`${what} ends a branch but stands in none`];
  const state = way.endsBranch ?? ends.find(({ id }) => id === way.next)?.state;
  return state === 3 && step.state !== 1 ? [`${what} is "not accepted" although ${step.id} was accepted`] : [];
}

function branchFaults({ steps, branches = [] }: ProcedureVersion): readonly string[] {
  return [
    ...steps
      .filter(({ branch }) => branch !== undefined && !branches.some(({ id }) => id === branch))
      .map(({ id, branch }) => `${id} belongs to unknown branch ${branch ?? ''}`),
    ...branches
      .filter(({ id }) => !steps.some(({ branch }) => branch === id))
      .map(({ id }) => `branch ${id} has no step`),
  ];
}

function pivotFaults({ pivot, steps, branches = [] }: ProcedureVersion): readonly string[] {
  const step = steps.find(({ id }) => id === pivot);
  if (step === undefined) return [`pivot ${pivot} is unknown`];
  return branches
    .filter(({ id, optional }) => optional && id === step.branch)
    .map(({ id }) => `branch ${id} holds the pivot and cannot be left out`);
}

/** On a graph whose edges all lead somewhere: every step is reached, and from everywhere an end is reached. */
function pathFaults(version: ProcedureVersion): readonly string[] {
  const reached = new Set(firstSteps(version).flatMap((first) => [...reachable(version, first)]));
  const ends = new Set(version.ends.map(({ id }) => id));
  const hasEnd = (id: string): boolean => [...reachable(version, id)].some((other) => ends.has(other));
  return version.steps.flatMap((step) => [
    ...(reached.has(step.id) ? [] : [`${step.id} is never reached`]),
    ...(step.next.some(hasEnd) ? [] : [`${step.id} has no way to an end`]),
    ...step.refusals
      .filter(({ next }) => next !== undefined && !hasEnd(next))
      .map(({ by }) => `refusal ${by} of ${step.id} has no way to an end`),
    ...(step.supplement && firstSteps(version).includes(step.id)
      ? [`${step.id} may want papers although nothing was handed in before it`]
      : []),
  ]);
}

/** After the legal act nothing is undone, and nothing can stop the procedure as a whole. */
function afterPivotFaults(version: ProcedureVersion): readonly string[] {
  const { pivot, steps, ends } = version;
  const after = reachable(version, pivot);
  const stops = ends.filter(({ state }) => state !== 10).map(({ id }) => id);
  return steps
    .filter(({ id }) => after.has(id))
    .flatMap((step) => [
      ...(step.undoneBy === undefined ? [] : [`${step.id} is undone although it is not before the pivot ${pivot}`]),
      ...waysBack(step)
        .filter(({ way }) => step.id !== pivot && stops.includes(way.next ?? ''))
        .map(({ what }) => `${what} stops the procedure although it is after the pivot ${pivot}`),
    ]);
}

/** The step or end itself and all that follows it, refusals included. */
function reachable(version: ProcedureVersion, from: string): ReadonlySet<string> {
  return new Set([from, ...reachableFrom(version, from)]);
}
