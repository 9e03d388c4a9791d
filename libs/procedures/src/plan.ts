import { hears, type KnownContracts } from './known-contracts';
import type { Procedure, ProcedureBranch, ProcedureEnd, ProcedureStep, ProcedureVersion, Refusal } from './procedure';
import { procedureErrors } from './procedures.errors';
import { exitsOf, reachableFrom } from './reachability';

/** A step as the owner of the chain sees it. */
export interface PlannedStep {
  readonly step: ProcedureStep;
  /** The owner hears nothing that would say that it is done: it is passed through. */
  readonly hidden: boolean;
  /** Of the messages that say that it is done, those that the owner sends or receives; empty for an act of its own. */
  readonly done: readonly string[];
  readonly refusals: readonly Refusal[];
  /** The message that the owner sends only to ask for this step. */
  readonly asks?: string;
  /** All steps and ends to which it can still lead. */
  readonly reaches: ReadonlySet<string>;
}

/** A branch with its steps and the places outside of it that go on when it ends. */
export interface PlannedBranch {
  readonly branch: ProcedureBranch;
  readonly steps: readonly string[];
  readonly exits: readonly string[];
}

/** A version as the owner of the chain runs it, derived from the definition and the grants. */
export interface Plan {
  readonly procedure: string;
  readonly owner: string;
  readonly version: ProcedureVersion;
  readonly steps: ReadonlyMap<string, PlannedStep>;
  readonly ends: ReadonlyMap<string, ProcedureEnd>;
  readonly branches: ReadonlyMap<string, PlannedBranch>;
  readonly pivotBranch?: string;
}

const plans = new WeakMap<ProcedureVersion, Plan>();

/** Derives the owner's view of a version; the graph must have been found sound. */
export function planVersion(procedure: Procedure, version: ProcedureVersion, contracts: KnownContracts): Plan {
  const branches = new Map((version.branches ?? []).map((branch) => [branch.id, planBranch(version, branch)]));
  const view = { owner: procedure.owner, contracts };
  const pivotBranch = version.steps.find(({ id }) => id === version.pivot)?.branch;
  return {
    procedure: procedure.code,
    owner: procedure.owner,
    version,
    steps: new Map(version.steps.map((step) => [step.id, planStep(version, step, view)])),
    ends: new Map(version.ends.map((end) => [end.id, end])),
    branches,
    ...(pivotBranch !== undefined && { pivotBranch }),
  };
}

/** Keeps the plan of a sound version for those who run it. */
export function keepPlan(plan: Plan): void {
  plans.set(plan.version, plan);
}

/** The plan of a version; only versions that `defineProcedure` found sound have one. */
export function planOf(version: ProcedureVersion): Plan {
  const plan = plans.get(version);
  if (plan === undefined) throw procedureErrors.NOT_DEFINED({ version: version.version });
  return plan;
}

interface View {
  readonly owner: string;
  readonly contracts: KnownContracts;
}

function planStep(version: ProcedureVersion, step: ProcedureStep, { owner, contracts }: View): PlannedStep {
  const heard = (type: string): boolean => hears(contracts, owner, type);
  const done = step.doneBy.filter(heard);
  const asks = asksOnly(version, step, contracts.messages.find(({ type }) => type === step.askedBy)?.owner === owner);
  return {
    step,
    done,
    hidden: done.length === 0 && !(step.member === owner && step.doneBy.length === 0),
    refusals: step.refusals.filter(({ by }) => heard(by)),
    ...(asks !== undefined && { asks }),
    reaches: reachableFrom(version, step.id),
  };
}

/** A message that already says that another step is done has been sent when this one begins. */
function asksOnly(version: ProcedureVersion, { askedBy }: ProcedureStep, byOwner: boolean): string | undefined {
  if (askedBy === undefined || !byOwner) return undefined;
  return version.steps.some(({ doneBy }) => doneBy.includes(askedBy)) ? undefined : askedBy;
}

function planBranch(version: ProcedureVersion, branch: ProcedureBranch): PlannedBranch {
  const steps = version.steps.filter((step) => step.branch === branch.id).map(({ id }) => id);
  return { branch, steps, exits: exitsOf(version, branch.id) };
}
