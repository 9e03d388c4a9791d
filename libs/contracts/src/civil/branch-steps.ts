import { type Act, type Change, changeOf } from './branch-work';

/** Work of an agency on one branch of a chain: what is kept of it whatever the branch is about. */
export interface BranchWork<S extends string = string> {
  /** Of the chain: one piece of work for each. */
  readonly dossierCode: string;
  readonly subDossierCode: string;
  readonly office: string;
  /** The office that asked; every answer goes back to it. */
  readonly askedBy: string;
  readonly state: S;
  readonly dueAt: Date;
  readonly since: Date;
  /** The message that brought the work: what is sent is caused by it. */
  readonly workMessageId: string;
  readonly history: readonly Change[];
}

/** Who takes the work on, for whom, by which message. */
export interface Reception {
  readonly office: string;
  readonly askedBy: string;
  readonly messageId: string;
}

/** Work as it comes in. */
export function received(
  asked: { readonly dossierCode: string; readonly subDossierCode: string; readonly dueAt: string },
  { office, askedBy, messageId }: Reception,
  act: Act,
): BranchWork<'received'> {
  const { dossierCode, subDossierCode, dueAt } = asked;
  return {
    ...{ dossierCode, subDossierCode, office, askedBy, state: 'received' },
    dueAt: new Date(dueAt),
    since: act.at,
    workMessageId: messageId,
    history: [changeOf('received', act)],
  };
}

/** What may follow what: every state, with those that it may become. */
export type Follows<S extends string> = Readonly<Record<S, readonly S[]>>;

/** Makes the agency's own refusal of a step that the table does not know. */
export type StepNotAllowed = (facts: {
  readonly key: string;
  readonly state: string;
  readonly wanted: string;
  readonly allowed: readonly string[];
}) => Error;

/** One step of a piece of work, with what changes by it. @throws the agency's STEP_NOT_ALLOWED */
export type Step<W extends BranchWork> = (known: W, wanted: W['state'], act: Act, change?: Partial<W>) => W;

/** The steps of one kind of work, by its table. */
export function stepsBy<W extends BranchWork>(follows: Follows<W['state']>, notAllowed: StepNotAllowed): Step<W> {
  return (known, wanted, act, change = {}) => {
    const allowed: readonly string[] = follows[known.state as W['state']];
    if (!allowed.includes(wanted)) throw notAllowed({ key: known.dossierCode, state: known.state, wanted, allowed });
    return { ...known, ...change, state: wanted, since: act.at, history: [...known.history, changeOf(wanted, act)] };
  };
}
