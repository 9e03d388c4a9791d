import { grants, type GrantRow, messages } from '@lienthong/contracts';
import { type MessageClass, messageOf } from '@lienthong/envelope';
import type { Procedure, ProcedureStep, ProcedureVersion } from './procedure';
import { procedureErrors } from './procedures.errors';
import { regimes } from './regimes.data';

/** What a definition is checked against. */
export interface KnownContracts {
  readonly messages: readonly MessageClass[];
  readonly grants: readonly GrantRow[];
}

/** Returns the procedure; an unsound one stops whoever loads it with `procedures.UNSOUND`, which names every fault. */
export function soundProcedure(procedure: Procedure): Procedure {
  const faults = soundnessFaults(procedure);
  if (faults.length > 0) throw procedureErrors.UNSOUND({ procedure: procedure.code, faults });
  return procedure;
}

/** Every fault of a definition as a sentence; none when it is sound. */
export function soundnessFaults(
  procedure: Procedure,
  contracts: KnownContracts = { messages, grants },
): readonly string[] {
  if (procedure.versions.length === 0) return ['no version'];
  return procedure.versions.flatMap((version) =>
    [
      ...graphFaults(version),
      ...messageFaults(version, contracts),
      ...deadlineFaults(version),
      ...pivotFaults(version),
      ...personFaults(version),
    ].map((fault) => `version ${version.version}: ${fault}`),
  );
}

function graphFaults(version: ProcedureVersion): string[] {
  const ids = [...version.steps, ...version.ends].map(({ id }) => id);
  const known = new Set(ids);
  const faults = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is defined twice`);
  if (!version.steps.some(({ id }) => id === version.firstStep))
    faults.push(`first step ${version.firstStep} is unknown`);
  for (const step of version.steps) {
    if (step.next.length === 0) faults.push(`${step.id} leads nowhere`);
    for (const next of step.next) if (!known.has(next)) faults.push(`${step.id} leads to unknown ${next}`);
    for (const refusal of step.refusals) {
      if (!known.has(refusal.next)) faults.push(`refusal of ${step.id} leads to unknown ${refusal.next}`);
    }
  }
  return faults.length > 0 ? faults : pathFaults(version);
}

/** On a graph whose edges all lead somewhere: every step is reached, and from everywhere an end is reached. */
function pathFaults(version: ProcedureVersion): string[] {
  const reached = reachable(version, version.firstStep);
  const ends = new Set(version.ends.map(({ id }) => id));
  const hasEnd = (id: string): boolean => [...reachable(version, id)].some((other) => ends.has(other));
  return version.steps.flatMap((step) => [
    ...(reached.has(step.id) ? [] : [`${step.id} is never reached`]),
    ...(step.next.some(hasEnd) ? [] : [`${step.id} has no way to an end`]),
    ...step.refusals
      .filter(({ next }) => !hasEnd(next))
      .map(({ by }) => `refusal ${by} of ${step.id} has no way to an end`),
  ]);
}

function messageFaults(version: ProcedureVersion, { messages: known, grants: granted }: KnownContracts): string[] {
  const owners = new Map(known.map((message) => [messageOf(message).type, messageOf(message).owner]));
  return version.steps.flatMap((step) => {
    const types = [...sentBy(step), ...step.refusals.map(({ by }) => by)];
    if (step.askedBy !== undefined) types.push(step.askedBy);
    if (step.undoneBy !== undefined) types.push(step.undoneBy);
    const faults = types.filter((type) => !owners.has(type)).map((type) => `${step.id} names unknown message ${type}`);
    for (const type of sentBy(step)) {
      const owner = owners.get(type);
      if (owner !== undefined && owner !== step.member)
        faults.push(`${step.id} of ${step.member} cannot send ${type} of ${owner}`);
    }
    const { askedBy } = step;
    const mayReceive = granted.some((row) => row.type === askedBy && row.recipient === step.member && row.enabled);
    if (askedBy !== undefined && owners.has(askedBy) && !mayReceive) {
      faults.push(`${step.id}: ${step.member} has no grant for ${askedBy}`);
    }
    return faults;
  });
}

function deadlineFaults(version: ProcedureVersion): string[] {
  return regimes.flatMap(({ id }) => [
    ...version.steps
      .filter((step) => !step.limits.some(({ regime }) => regime === id))
      .map((step) => `${step.id} has no deadline under regime ${id}`),
    ...(version.totalLimits.some(({ regime }) => regime === id) ? [] : [`no total deadline under regime ${id}`]),
  ]);
}

function pivotFaults(version: ProcedureVersion): string[] {
  const { pivot, steps } = version;
  if (!steps.some(({ id }) => id === pivot)) return [`pivot ${pivot} is unknown`];
  const after = reachable(version, pivot);
  return steps
    .filter((step) => step.undoneBy !== undefined && after.has(step.id))
    .map((step) => `${step.id} is undone although it is not before the pivot ${pivot}`);
}

function personFaults({ steps }: ProcedureVersion): string[] {
  return steps.flatMap((step) => {
    const faults: string[] = [];
    if (step.policy !== undefined && step.role === undefined) faults.push(`${step.id} may be manual but names no role`);
    const other = steps.find(({ id }) => id === step.notBy);
    if (step.notBy !== undefined && other?.role === undefined)
      faults.push(`${step.id} excludes the person of unknown ${step.notBy}`);
    return faults;
  });
}

function sentBy(step: ProcedureStep): readonly string[] {
  return [...step.doneBy, ...(step.alsoSends ?? [])];
}

/** The step or end itself and all that follows it, refusals included. */
function reachable(version: ProcedureVersion, from: string): ReadonlySet<string> {
  const found = new Set([from]);
  for (const id of found) {
    const step = version.steps.find((candidate) => candidate.id === id);
    for (const next of [...(step?.next ?? []), ...(step?.refusals ?? []).map((refusal) => refusal.next)])
      found.add(next);
  }
  return found;
}
