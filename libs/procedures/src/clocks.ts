import { localDate, type LocalDate, vietnamCalendar } from '@lienthong/kernel';
import { holdsFor } from './choices';
import type { ProcedureInstance, StepInstance } from './instance';
import { dueAfter, ruleSetOn, type Span, timeUnder } from './legal-times';
import { isOpen } from './moves';
import { type Plan, type PlannedStep, planOf } from './plan';
import type { LegalTime, ProcedureVersion } from './procedure';

/** A clock of a dossier. `used` counts working milliseconds up to now, or up to its end. */
export interface ClockFace {
  readonly state: 'not-begun' | 'runs' | 'stands' | 'ended';
  readonly usedMs: number;
  readonly due?: Date;
}

/** What the applicant chose and what lengthens the whole: branches left out, extensions that apply. */
export interface TotalChoice {
  readonly without?: readonly string[];
  readonly extensions?: readonly string[];
}

/**
 * When an open step has to be done; the time for papers when it waits for them. Under the rules of the day on which it began,
 * or of another one that the dossier keeps.
 */
export function stepDue(
  version: ProcedureVersion,
  instance: ProcedureInstance,
  id: string,
  ruledOn?: LocalDate,
): Date | undefined {
  const known = instance.steps[id];
  const step = planOf(version).steps.get(id)?.step;
  if (!step || known?.begun === undefined) return undefined;
  if (known.state === 'paused')
    return dueOf(version, new Date(known.since), step.supplement?.limits ?? [], { ruledOn });
  const pauses = spansOf(known.pauses, known.since);
  const restarted = step.supplement?.afterwards === 'restart' ? pauses.at(-1)?.to : undefined;
  return restarted
    ? dueOf(version, restarted, step.limits, { ruledOn })
    : dueOf(version, new Date(known.begun), step.limits, { stood: pauses, ruledOn });
}

/** When a step that began at that instant has to be done, for agencies that see only their own steps of the procedure. */
export function stepDueSince(version: ProcedureVersion, id: string, began: Date): Date | undefined {
  const step = planOf(version).steps.get(id)?.step;
  return step && dueOf(version, began, step.limits);
}

/** When an opinion that was asked has to be given. */
export function opinionDue(
  version: ProcedureVersion,
  instance: ProcedureInstance,
  { step: id, askedBy }: { readonly step: string; readonly askedBy: string },
): Date | undefined {
  const asked = instance.steps[id]?.opinions?.[askedBy];
  const opinion = planOf(version)
    .steps.get(id)
    ?.step.opinions?.find((candidate) => candidate.askedBy === askedBy);
  return asked && opinion && dueOf(version, new Date(asked.askedAt), opinion.limits);
}

/** The clock of one branch at an instant: it stands while papers are awaited and in steps whose time does not count. */
export function branchClock(
  version: ProcedureVersion,
  instance: ProcedureInstance,
  { branch: id, at }: { readonly branch: string; readonly at: Date },
): ClockFace {
  const plan = planOf(version);
  const planned = plan.branches.get(id);
  const steps = (planned?.steps ?? []).flatMap((step) => known(plan, instance, step));
  const begun = steps.flatMap(({ instance: { begun: since } }) => (since === undefined ? [] : [since])).sort()[0];
  if (!planned || begun === undefined) return { state: 'not-begun', usedMs: 0 };
  const open = steps.filter(({ instance: step }) => isOpen(step));
  const lastSince =
    steps
      .map(({ instance: { since } }) => since)
      .sort()
      .at(-1) ?? begun;
  const until = open.length > 0 ? at : new Date(instance.branches?.[id]?.at ?? lastSince);
  const stood = steps.flatMap((step) => stoodOf(step, until));
  const usedMs = stood.reduce(
    (left, { from, to }) => left - vietnamCalendar.workingMilliseconds(from, to),
    vietnamCalendar.workingMilliseconds(new Date(begun), until),
  );
  const due = dueOf(version, new Date(begun), planned.branch.limits, { stood });
  return { state: faceOf(open), usedMs, ...(due && { due }) };
}

/** The legal time of the whole procedure for what the applicant chose, with the extensions that apply. */
export function totalTime(version: ProcedureVersion, on: string, choice: TotalChoice = {}): LegalTime | undefined {
  const ruleSet = ruleSetOn(version.ruleSets, on);
  if (!ruleSet) return undefined;
  const { branches = [], totalLimits } = version;
  const fitting = totalLimits.filter((total) => holdsFor(total, branches, choice.without ?? []));
  const total = timeUnder(fitting, ruleSet, on);
  const longer = (version.extensions ?? [])
    .filter(({ id }) => choice.extensions?.includes(id))
    .reduce((sum, { limits }) => sum + (timeUnder(limits, ruleSet, on)?.amount ?? 0), 0);
  return total && { ...total, amount: total.amount + longer };
}

/** When the desk promises the result of a dossier received at that instant: working minutes of its total time (O §1.5). */
export function appointmentFor(version: ProcedureVersion, at: Date, choice: TotalChoice = {}): Date {
  const on = localDate(at);
  const time = totalTime(version, on, choice);
  if (!time) throw new Error(`version ${version.version} has no total time on ${on}`);
  return dueAfter(at, time, { counts: 'working-minutes', stood: [], calendar: vietnamCalendar });
}

/** What one extension adds on a day; nothing where the version does not know it. */
export function extensionTime(version: ProcedureVersion, id: string, on: string): LegalTime | undefined {
  const ruleSet = ruleSetOn(version.ruleSets, on);
  const extension = version.extensions?.find((known) => known.id === id);
  return ruleSet && extension && timeUnder(extension.limits, ruleSet, on);
}

interface KnownStep {
  readonly planned: PlannedStep;
  readonly instance: StepInstance;
}

function known(plan: Plan, { steps }: ProcedureInstance, id: string): readonly KnownStep[] {
  const planned = plan.steps.get(id);
  const instance = steps[id];
  return planned && instance ? [{ planned, instance }] : [];
}

function faceOf(open: readonly KnownStep[]): ClockFace['state'] {
  if (open.length === 0) return 'ended';
  const runs = open.some(({ planned, instance }) => planned.step.clock === 'runs' && instance.state !== 'paused');
  return runs ? 'runs' : 'stands';
}

function stoodOf({ planned, instance }: KnownStep, until: Date): readonly Span[] {
  if (planned.step.clock === 'runs') return spansOf(instance.pauses, until.toISOString());
  const { begun, since } = instance;
  if (begun === undefined) return [];
  return [{ from: new Date(begun), to: isOpen(instance) ? until : new Date(since) }];
}

function spansOf(pauses: StepInstance['pauses'], until: string): readonly Span[] {
  return (pauses ?? []).map(({ from, to }) => ({ from: new Date(from), to: new Date(to ?? until) }));
}

function dueOf(
  version: ProcedureVersion,
  began: Date,
  limits: readonly LegalTime[],
  { stood = [], ruledOn }: { readonly stood?: readonly Span[]; readonly ruledOn?: LocalDate | undefined } = {},
): Date | undefined {
  const on = localDate(began);
  const ruleSet = ruleSetOn(version.ruleSets, ruledOn ?? on);
  const time = ruleSet && timeUnder(limits, ruleSet, on);
  return time && dueAfter(began, time, { counts: ruleSet.counts, stood, calendar: vietnamCalendar });
}
