import type { Happened, StepInstance } from './instance';
import { type Draft, ended, finish, isOpen, refuse } from './moves';
import type { PlannedStep } from './plan';
import type { Opinion, Way } from './procedure';

type Arrived = Extract<Happened, { readonly kind: 'message' }>;
/** One meaning that a message can have for a step; the first meaning that fits exactly one step is taken. */
interface Meaning {
  readonly fits: (planned: PlannedStep, known: StepInstance, type: string) => boolean;
  readonly take: (draft: Draft, planned: PlannedStep, arrived: Arrived) => void;
}

const begun = ({ state }: StepInstance): boolean => state === 'active' || state === 'paused';

const meanings: readonly Meaning[] = [
  {
    fits: ({ done, step }, known, type) =>
      begun(known) && done.includes(type) && !waitsForOpinion(step.opinions, known),
    take: saidDone,
  },
  { fits: ({ refusals }, known, type) => begun(known) && refusals.some(({ by }) => by === type), take: saidNo },
  {
    fits: ({ step }, known, type) => known.state === 'active' && step.supplement?.askedBy === type,
    take: papersWanted,
  },
  {
    fits: ({ step }, known, type) => known.state === 'paused' && step.supplement?.answeredBy === type,
    take: papersCame,
  },
  { fits: ({ step }, known, type) => begun(known) && opinionsBy(step.opinions, 'askedBy', type), take: opinionAsked },
  { fits: ({ step }, known, type) => isOpinionAwaited(step.opinions, known, type), take: opinionGiven },
  { fits: (planned, known, type) => known.task !== undefined && askedOrSaid(planned, type), take: sentAgain },
  { fits: crossesItsEnd, take: crossedItsEnd },
];

/** Takes a message for the one step that waits for it; false when none does, or when several do and no branch is named. */
export function messageArrived(draft: Draft, arrived: Arrived): boolean {
  const { type, branch } = arrived;
  const concerned = [...draft.plan.steps.values()].filter(
    ({ step, hidden }) => !hidden && step.id in draft.steps && (branch === undefined || step.branch === branch),
  );
  for (const { fits, take } of meanings) {
    const fitting = concerned.filter((planned) => fits(planned, stateOf(draft, planned), type));
    const [planned] = fitting;
    if (planned === undefined) continue;
    if (fitting.length > 1) return false;
    take(draft, planned, arrived);
    return true;
  }
  return concerned.some((planned) => mayCome(draft, planned, type));
}

function stateOf(draft: Draft, { step }: PlannedStep): StepInstance {
  return draft.steps[step.id] ?? { state: 'waiting', since: draft.at };
}

function saidDone(draft: Draft, { step, done }: PlannedStep, { type }: Arrived): void {
  const known = draft.steps[step.id];
  const heard = new Set([...(known?.heard ?? []), type]);
  if (done.every((expected) => heard.has(expected))) finish(draft, step.id);
  else if (known) draft.steps[step.id] = { ...known, heard: [...heard] };
}

function saidNo(draft: Draft, { step, refusals }: PlannedStep, { type, reason, accepted }: Arrived): void {
  const refusal = refusals.find(({ by }) => by === type);
  if (!refusal) return;
  const way: Way = refusal.endsBranch !== undefined && accepted ? { endsBranch: 8 } : refusal;
  refuse(draft, step.id, way, reason);
}

function papersWanted(draft: Draft, { step: { id, branch } }: PlannedStep): void {
  change(draft, id, (known) => ({
    ...known,
    state: 'paused',
    since: draft.at,
    pauses: [...(known.pauses ?? []), { from: draft.at }],
  }));
  draft.effects.push({ kind: 'supplement', step: id, ...(branch !== undefined && { branch }) });
}

function papersCame(draft: Draft, { step: { id } }: PlannedStep): void {
  change(draft, id, (known) => ({
    ...known,
    state: 'active',
    since: draft.at,
    pauses: ended(known.pauses ?? [], draft.at),
  }));
}

function opinionAsked(draft: Draft, { step: { id } }: PlannedStep, { type }: Arrived): void {
  change(draft, id, ({ task: _seenTo, ...known }) => ({
    ...known,
    opinions: { ...known.opinions, [type]: { state: 'asked', askedAt: draft.at } },
  }));
}

function opinionGiven(draft: Draft, { step }: PlannedStep, { type }: Arrived): void {
  const opinion = step.opinions?.find(({ givenBy }) => givenBy === type);
  if (!opinion) return;
  change(draft, step.id, (known) => {
    const asked = known.opinions?.[opinion.askedBy];
    if (!asked) return known;
    return {
      ...known,
      opinions: { ...known.opinions, [opinion.askedBy]: { ...asked, state: 'given', givenAt: draft.at } },
    };
  });
}

/** An officer saw to a message that had failed. */
function sentAgain(draft: Draft, { step: { id } }: PlannedStep): void {
  change(draft, id, ({ task: _seenTo, ...known }) => known);
}

/** An answer that met a refusal or a stop on its way, or papers that came once the agency had decided without them. */
function crossesItsEnd(planned: PlannedStep, { state }: StepInstance, type: string): boolean {
  const bringsPapers = planned.step.supplement?.answeredBy === type;
  if (state === 'done') return bringsPapers;
  return (state === 'refused' || state === 'stopped') && (bringsPapers || answers(planned, type));
}

/** Who sent it did not know yet that the branch had ended: nothing changes here, but somebody has to look. */
function crossedItsEnd(draft: Draft, { step: { id } }: PlannedStep, { type }: Arrived): void {
  draft.effects.push({ kind: 'officer-task', step: id, reason: `answered after the end: ${type}` });
}

/** What changes nothing: a further message of a step that may say more, or one for information. */
function mayCome(draft: Draft, { step, done }: PlannedStep, type: string): boolean {
  const known = draft.steps[step.id];
  if (known === undefined || known.state === 'waiting') return false;
  if (step.alsoSends?.includes(type)) return true;
  if (known.state !== 'done' || step.againUntil === undefined || !done.includes(type)) return false;
  return draft.end === undefined && isOpen(draft.steps[step.againUntil]);
}

/** The step waits for an opinion that was asked and is not overdue, or that it may not do without. */
export function waitsForOpinion(opinions: readonly Opinion[] | undefined, known: StepInstance): boolean {
  return (opinions ?? []).some(({ askedBy, whenLate }) => {
    const state = known.opinions?.[askedBy]?.state;
    return state === 'asked' || (state === 'late' && whenLate === 'wait');
  });
}

function opinionsBy(opinions: readonly Opinion[] | undefined, key: 'askedBy' | 'givenBy', type: string): boolean {
  return (opinions ?? []).some((opinion) => opinion[key] === type);
}

function isOpinionAwaited(opinions: readonly Opinion[] | undefined, known: StepInstance, type: string): boolean {
  return (opinions ?? []).some(({ askedBy, givenBy }) => {
    const state = known.opinions?.[askedBy]?.state;
    return givenBy === type && (state === 'asked' || state === 'late');
  });
}

function askedOrSaid({ step, done }: PlannedStep, type: string): boolean {
  return step.askedBy === type || done.includes(type) || opinionsBy(step.opinions, 'askedBy', type);
}

function answers({ step, done, refusals }: PlannedStep, type: string): boolean {
  return done.includes(type) || refusals.some(({ by }) => by === type) || step.supplement?.askedBy === type;
}

function change(draft: Draft, id: string, how: (known: StepInstance) => StepInstance): void {
  const known = draft.steps[id];
  if (known) draft.steps[id] = how(known);
}
