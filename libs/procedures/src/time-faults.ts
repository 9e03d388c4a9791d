import { choicesOf, holdsFor } from './choices';
import type { LegalTime, ProcedureVersion } from './procedure';

interface Timed {
  readonly what: string;
  readonly limits: readonly LegalTime[];
}

/** Faults of time: whatever somebody has to do has a deadline under every rule set, and every branch has a clock. */
export function timeFaults(version: ProcedureVersion): readonly string[] {
  if (version.ruleSets.length === 0) return ['no rule set'];
  const timed: readonly Timed[] = [
    ...version.steps.flatMap(({ id, limits, supplement, opinions = [] }) => [
      { what: `${id} has no deadline`, limits },
      ...(supplement ? [{ what: `the supplement of ${id} has no limit`, limits: supplement.limits }] : []),
      ...opinions.map(({ of, limits: given }) => ({
        what: `the opinion of ${of} on ${id} has no limit`,
        limits: given,
      })),
    ]),
    ...(version.branches ?? []).map(({ id, limits }) => ({ what: `branch ${id} has no deadline`, limits })),
    ...(version.extensions ?? []).map(({ id, limits }) => ({ what: `extension ${id} has no length`, limits })),
    ...totals(version),
  ];
  return [
    ...timed.flatMap(({ what, limits }) => missingFaults(version, what, limits)),
    ...(version.branches ?? [])
      .filter(({ id }) => !version.steps.some(({ branch, clock }) => branch === id && clock === 'runs'))
      .map(({ id }) => `the clock of branch ${id} never runs`),
  ];
}

/** Whatever the applicant chooses has a total time. */
function totals({ branches = [], totalLimits }: ProcedureVersion): readonly Timed[] {
  return choicesOf(branches).map((without) => ({
    what: without.length === 0 ? 'no total deadline' : `no total deadline without ${without.join(' and ')}`,
    limits: totalLimits.filter((total) => holdsFor(total, branches, without)),
  }));
}

function missingFaults(version: ProcedureVersion, what: string, limits: readonly LegalTime[]): readonly string[] {
  return version.ruleSets
    .filter(({ id }) => !limits.some(({ ruleSet }) => ruleSet === id))
    .map(({ id }) => `${what} under regime ${id}`);
}
