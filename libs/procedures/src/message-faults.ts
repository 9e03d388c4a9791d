import { hears, type KnownContracts } from './known-contracts';
import type { Opinion, ProcedureStep, ProcedureVersion, Supplement } from './procedure';

/** Faults of messages: unknown ones, ones that a member may not send or have, and what the owner would never hear. */
export function messageFaults(owner: string, version: ProcedureVersion, contracts: KnownContracts): readonly string[] {
  return [
    ...version.steps.flatMap((step) => [
      ...unknownFaults(step, contracts),
      ...senderFaults(step, contracts),
      ...recipientFaults(step, contracts),
      ...hearingFaults(owner, step, contracts),
    ]),
    ...pivotFaults(owner, version, contracts),
  ];
}

function unknownFaults(step: ProcedureStep, { messages }: KnownContracts): readonly string[] {
  const { askedBy, undoneBy, refusals, supplement, opinions = [] } = step;
  const types = [
    ...sentBy(step),
    ...refusals.map(({ by }) => by),
    ...[askedBy, undoneBy, supplement?.askedBy, supplement?.answeredBy].filter((type) => type !== undefined),
    ...opinions.flatMap((opinion) => [opinion.askedBy, opinion.givenBy]),
  ];
  return types
    .filter((type) => !messages.some((known) => known.type === type))
    .map((type) => `${step.id} names unknown message ${type}`);
}

/** What a member says of its own step it must be able to send; what it is asked by comes from another. */
function senderFaults(step: ProcedureStep, contracts: KnownContracts): readonly string[] {
  const { id, member, refusals, supplement, opinions = [] } = step;
  const own = [...sentBy(step), ...refusals.map(({ by }) => by), ...(supplement ? [supplement.askedBy] : [])];
  return [
    ...own.flatMap((type) => cannotSend(contracts, { id, member, type })),
    ...opinions.flatMap(({ of, givenBy }) => cannotSend(contracts, { id, member: of, type: givenBy })),
  ];
}

function cannotSend(
  { messages }: KnownContracts,
  { id, member, type }: { readonly id: string; readonly member: string; readonly type: string },
): readonly string[] {
  const owner = messages.find((known) => known.type === type)?.owner;
  return owner === undefined || owner === member ? [] : [`${id} of ${member} cannot send ${type} of ${owner}`];
}

function recipientFaults(step: ProcedureStep, contracts: KnownContracts): readonly string[] {
  const asked = [
    { member: step.member, type: step.askedBy },
    ...(step.opinions ?? []).map(({ of, askedBy }) => ({ member: of, type: askedBy })),
  ];
  return asked
    .filter(({ member, type }) => {
      const known = contracts.messages.some((message) => message.type === type);
      return known && !contracts.grants.some((row) => row.type === type && row.recipient === member && row.enabled);
    })
    .map(({ member, type }) => `${step.id}: ${member} has no grant for ${type ?? ''}`);
}

/** A step that can be refused, paused or heard upon must also be seen to be done. */
function hearingFaults(owner: string, step: ProcedureStep, contracts: KnownContracts): readonly string[] {
  const heard = (type: string): boolean => hears(contracts, owner, type);
  if (step.member === owner || step.doneBy.some(heard)) {
    return [...supplementFaults(step, step.supplement, heard), ...opinionFaults(step, step.opinions ?? [], heard)];
  }
  const more = [...step.refusals.map(({ by }) => by), ...(step.supplement ? [step.supplement.askedBy] : [])];
  return more.filter(heard).map((type) => `${owner} hears ${type} of ${step.id} but never that it is done`);
}

function supplementFaults(
  { id }: ProcedureStep,
  supplement: Supplement | undefined,
  heard: (type: string) => boolean,
): readonly string[] {
  if (!supplement) return [];
  const { askedBy, answeredBy } = supplement;
  return [askedBy, answeredBy].filter((type) => !heard(type)).map((type) => `${id}: the owner never hears ${type}`);
}

function opinionFaults(
  { id }: ProcedureStep,
  opinions: readonly Opinion[],
  heard: (type: string) => boolean,
): readonly string[] {
  return opinions
    .flatMap(({ askedBy, givenBy }) => [askedBy, givenBy])
    .filter((type) => !heard(type))
    .map((type) => `${id}: the owner never hears ${type}`);
}

function pivotFaults(owner: string, version: ProcedureVersion, contracts: KnownContracts): readonly string[] {
  const pivot = version.steps.find(({ id }) => id === version.pivot);
  const seen = !pivot || pivot.member === owner || pivot.doneBy.some((type) => hears(contracts, owner, type));
  return seen ? [] : [`${owner} never hears of the pivot ${version.pivot}`];
}

function sentBy(step: ProcedureStep): readonly string[] {
  return [...step.doneBy, ...(step.alsoSends ?? [])];
}
