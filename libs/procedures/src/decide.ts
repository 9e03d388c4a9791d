import { instantText } from '@lienthong/kernel';
import type { Decided, Happened, ProcedureInstance } from './instance';
import { messageArrived, waitsForOpinion } from './messages';
import {
  type Draft,
  draftOf,
  endBranch,
  finish,
  goBack,
  instanceOf,
  isOpen,
  reach,
  refuse,
  settle,
  terminate,
} from './moves';
import { planOf } from './plan';
import { firstSteps } from './first-steps';
import type { ProcedureVersion } from './procedure';
import { procedureErrors } from './procedures.errors';

type Kind<K extends Happened['kind']> = Extract<Happened, { readonly kind: K }>;

/**
 * Begins a dossier under a version; `without` names optional branches that the applicant did not choose, `from` the step
 * with which it begins where the version knows several.
 */
export function begin(
  version: ProcedureVersion,
  at: Date,
  without: readonly string[] = [],
  from: string = version.firstStep,
): Decided {
  const plan = planOf(version);
  const wrong = without.filter((id) => plan.branches.get(id)?.branch.optional !== true);
  if (wrong.length > 0) throw procedureErrors.BRANCH_NOT_OPTIONAL({ procedure: plan.procedure, branches: wrong });
  if (!firstSteps(version).includes(from)) {
    throw procedureErrors.NOT_A_FIRST_STEP({ procedure: plan.procedure, step: from });
  }
  const begun = instantText(at);
  const empty: ProcedureInstance = { procedure: plan.procedure, version: version.version, begun, steps: {}, without };
  const draft = draftOf(plan, empty, begun);
  reach(draft, from);
  return decided(draft);
}

/**
 * Takes what happened into the instance: the new instance and what its owner has to do. Pure. Whatever no open step is
 * waiting for is refused with `procedures.NOT_EXPECTED`, which names the open steps.
 */
export function decide(version: ProcedureVersion, instance: ProcedureInstance, happened: Happened): Decided {
  const draft = draftOf(planOf(version), instance, instantText(happened.at));
  if (!take(draft, happened)) throw notExpected(draft, happened);
  return decided(draft);
}

function take(draft: Draft, happened: Happened): boolean {
  switch (happened.kind) {
    case 'message':
      return messageArrived(draft, happened);
    case 'act':
      return acted(draft, happened);
    case 'back':
      return wentBack(draft, happened);
    case 'message-failed':
      return messageFailed(draft, happened);
    case 'stop':
      return stopped(draft, happened);
    case 'cancel':
      return cancelled(draft, happened);
    case 'late':
      return happened.opinion === undefined ? late(draft, happened) : opinionLate(draft, happened, happened.opinion);
  }
}

function decided(draft: Draft): Decided {
  settle(draft);
  return { instance: instanceOf(draft), effects: draft.effects };
}

/** The owner's own step that sends nothing. */
function acted(draft: Draft, { step: id }: Kind<'act'>): boolean {
  const planned = draft.plan.steps.get(id);
  const known = draft.steps[id];
  if (known?.state !== 'active' || !planned || planned.hidden || planned.done.length > 0) return false;
  if (waitsForOpinion(planned.step.opinions, known)) return false;
  finish(draft, id);
  return true;
}

/** Of the owner's own accord, and never once the act is done after which nothing is undone. */
function wentBack(draft: Draft, { step, reason }: Kind<'back'>): boolean {
  const { plan, steps } = draft;
  if (steps[plan.version.pivot]?.state === 'done') return false;
  const mayGoBack = [...plan.steps.values()].some(
    (planned) => isOpen(steps[planned.step.id]) && planned.step.backTo?.includes(step),
  );
  if (mayGoBack) goBack(draft, step, reason);
  return mayGoBack;
}

/** Forward recovery: what could not be delivered becomes an officer's task, and nothing is undone. */
function messageFailed(draft: Draft, { type, branch, reason }: Kind<'message-failed'>): boolean {
  const concerned = [...draft.plan.steps.values()].filter(
    ({ step }) => draft.steps[step.id] !== undefined && (branch === undefined || step.branch === branch),
  );
  const asked = concerned.find(({ step }) => step.askedBy === type && isOpen(draft.steps[step.id]));
  const said = concerned.findLast(({ step }) =>
    [...step.doneBy, ...(step.alsoSends ?? []), ...step.refusals.map(({ by }) => by)].includes(type),
  );
  const heard = concerned.find(({ step }) => step.opinions?.some(({ askedBy }) => askedBy === type));
  const found = asked ?? said ?? heard;
  const known = found && draft.steps[found.step.id];
  if (!found || !known) return false;
  draft.steps[found.step.id] = { ...known, task: reason };
  draft.effects.push({ kind: 'officer-task', step: found.step.id, reason });
  return true;
}

/** Before the pivot the procedure stops as a whole; after it only what is still open beside what was done. */
function stopped(draft: Draft, { branch, reason }: Kind<'stop'>): boolean {
  const { plan } = draft;
  if (draft.end !== undefined) return false;
  if (draft.steps[plan.version.pivot]?.state !== 'done' && (branch === undefined || branch === plan.pivotBranch)) {
    const end = plan.version.ends.find(({ state }) => state === 8);
    if (!end) return false;
    terminate(draft, { id: end.id, state: 8 }, reason);
    return true;
  }
  const stopping = [...plan.branches.keys()].filter((id) =>
    branch === undefined ? isUnderWay(draft, id) : branch === id && canStillStop(draft, id),
  );
  for (const id of stopping) endBranch(draft, id, 8, reason);
  return stopping.length > 0;
}

/** The act after which nothing is undone was cancelled by another: agencies that still work on it are told to stop. */
function cancelled(draft: Draft, { reason }: Kind<'cancel'>): boolean {
  const end = draft.plan.version.ends.find(({ state }) => state === 8);
  if (draft.end !== undefined || !end) return false;
  for (const branch of draft.plan.branches.keys()) {
    if (isUnderWay(draft, branch)) draft.effects.push({ kind: 'branch-ended', branch, state: 8 });
  }
  terminate(draft, { id: end.id, state: 8 }, reason);
  return true;
}

function isUnderWay({ plan, steps }: Draft, branch: string): boolean {
  return plan.branches.get(branch)?.steps.some((id) => isOpen(steps[id])) === true;
}

/** A branch that was named may also be one that has not begun yet: the applicant no longer wants it. */
function canStillStop(draft: Draft, branch: string): boolean {
  const { plan, steps, branches, without } = draft;
  if (branch in branches || without.includes(branch)) return false;
  return isUnderWay(draft, branch) || plan.branches.get(branch)?.steps.every((id) => steps[id] === undefined) === true;
}

/** Lateness is told once; a limit for papers that was missed is a refusal. */
function late(draft: Draft, { step: id }: Kind<'late'>): boolean {
  const planned = draft.plan.steps.get(id);
  const known = draft.steps[id];
  if (!planned || !known) return false;
  if (known.state === 'paused' && planned.step.supplement) {
    refuse(draft, id, planned.step.supplement.missed, 'supplement-limit');
    return true;
  }
  if (known.state !== 'active') return false;
  if (known.late !== undefined) return true;
  draft.steps[id] = { ...known, late: draft.at };
  draft.effects.push({ kind: 'escalate', step: id, member: planned.step.member });
  return true;
}

function opinionLate(draft: Draft, { step: id }: Kind<'late'>, asked: string): boolean {
  const known = draft.steps[id];
  const opinion = known?.opinions?.[asked];
  const of = draft.plan.steps.get(id)?.step.opinions?.find(({ askedBy }) => askedBy === asked)?.of;
  if (!isOpen(known) || !opinion || of === undefined || opinion.state === 'given') return false;
  if (opinion.state === 'late') return true;
  draft.steps[id] = { ...known, opinions: { ...known.opinions, [asked]: { ...opinion, state: 'late' } } };
  draft.effects.push({ kind: 'escalate', step: id, member: of });
  return true;
}

function notExpected(draft: Draft, happened: Happened): Error {
  const what =
    'type' in happened
      ? happened.type
      : 'step' in happened
        ? happened.step
        : 'branch' in happened
          ? (happened.branch ?? '-')
          : '-';
  const open = Object.entries(draft.steps).flatMap(([id, step]) => (isOpen(step) ? [id] : []));
  return procedureErrors.NOT_EXPECTED({ procedure: draft.plan.procedure, kind: happened.kind, what, open });
}
