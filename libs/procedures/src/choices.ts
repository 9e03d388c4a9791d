import type { ProcedureBranch, TotalTime } from './procedure';

/** Every choice that an applicant has, as the optional branches left out; the whole procedure comes first. */
export function choicesOf(branches: readonly ProcedureBranch[]): readonly (readonly string[])[] {
  return branches
    .filter(({ optional }) => optional)
    .reduce<readonly (readonly string[])[]>(
      (found, { id }) => found.flatMap((without) => [without, [...without, id]]),
      [[]],
    );
}

/** Whether a total time is meant for the choice that leaves those branches out. */
export function holdsFor(
  { only }: TotalTime,
  branches: readonly ProcedureBranch[],
  without: readonly string[],
): boolean {
  if (only === undefined) return true;
  const chosen = branches.filter(({ id, optional }) => optional && !without.includes(id));
  return only.length === chosen.length && chosen.every(({ id }) => only.includes(id));
}
