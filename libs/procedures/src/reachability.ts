import type { ProcedureStep, ProcedureVersion, Way } from './procedure';

/** Every place to which a step leads by being done, refused or left without papers. */
export function waysOf(version: ProcedureVersion, step: ProcedureStep): readonly string[] {
  const ways: readonly Way[] = [...step.refusals, ...(step.supplement ? [step.supplement.missed] : [])];
  return [
    ...step.next,
    ...ways.flatMap((way) => (way.next === undefined ? exitsOf(version, step.branch) : [way.next])),
  ];
}

/** The places outside of a branch that go on when it ends; none for the trunk. */
export function exitsOf({ steps }: ProcedureVersion, branch: string | undefined): readonly string[] {
  if (branch === undefined) return [];
  const inside = steps.filter((step) => step.branch === branch);
  const next = inside.flatMap((step) => step.next).filter((id) => !inside.some((step) => step.id === id));
  return [...new Set(next)];
}

/** All steps and ends that can still follow a step; the step itself only where a way leads back to it. */
export function reachableFrom(version: ProcedureVersion, id: string): ReadonlySet<string> {
  const followers = (place: string): readonly string[] => {
    const step = version.steps.find((candidate) => candidate.id === place);
    return step ? waysOf(version, step) : [];
  };
  const found = new Set(followers(id));
  for (const place of found) for (const next of followers(place)) found.add(next);
  return found;
}
