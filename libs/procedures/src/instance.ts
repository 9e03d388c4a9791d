/**
 * Where a step of one dossier stands. `waiting`: it was reached, and others that lead to it are still open. `paused`:
 * papers are awaited. `stopped`: it was open when its branch or the procedure ended.
 */
export type StepState = 'waiting' | 'active' | 'paused' | 'done' | 'refused' | 'stopped';

/** A time during which a clock stood; without `to` it still stands. */
export interface Pause {
  readonly from: string;
  readonly to?: string;
}

/** What became of the opinion that was asked. */
export interface OpinionInstance {
  readonly state: 'asked' | 'late' | 'given';
  readonly askedAt: string;
  readonly givenAt?: string;
}

/** One step of one dossier; every time is an instant with offset. */
export interface StepInstance {
  readonly state: StepState;
  /** Since when it is in this state. */
  readonly since: string;
  /** When its clock began. */
  readonly begun?: string;
  /** What was heard of several messages that say together that it is done. */
  readonly heard?: readonly string[];
  readonly pauses?: readonly Pause[];
  /** When its time had passed. */
  readonly late?: string;
  /** Why an officer has to see to it: the message that asks could not be delivered. */
  readonly task?: string;
  readonly reason?: string;
  /** By the message that asks. */
  readonly opinions?: Readonly<Record<string, OpinionInstance>>;
}

/** A branch that ended before it was done. */
export interface BranchEnd {
  readonly state: 3 | 8;
  readonly at: string;
  readonly reason?: string;
}

/** A procedure on its way through one dossier: plain JSON, kept with the dossier. */
export interface ProcedureInstance {
  readonly procedure: string;
  readonly version: number;
  readonly begun: string;
  readonly steps: Readonly<Record<string, StepInstance>>;
  readonly branches?: Readonly<Record<string, BranchEnd>>;
  /** Optional branches that the applicant did not choose. */
  readonly without?: readonly string[];
  readonly end?: string;
}

/** What happened, as the owner of the chain knows it. */
export type Happened =
  /** A message came in, or the owner sent one. The branch tells steps apart that wait for the same message. */
  | {
      readonly kind: 'message';
      readonly type: string;
      readonly at: Date;
      readonly branch?: string;
      readonly reason?: string;
      /** Of a refusal: the agency had accepted, so that its branch is stopped (8) instead of not accepted (3). */
      readonly accepted?: boolean;
    }
  /** The owner's own person or system did a step that sends nothing. */
  | { readonly kind: 'act'; readonly step: string; readonly at: Date }
  /** The owner goes back to a step of its own: what is open stops, and the way is gone again from there. */
  | { readonly kind: 'back'; readonly step: string; readonly at: Date; readonly reason: string }
  /** A message was rejected, expired or parked. */
  | {
      readonly kind: 'message-failed';
      readonly type: string;
      readonly at: Date;
      readonly branch?: string;
      readonly reason: string;
    }
  /** Open branches end with state 8; before the pivot the whole procedure does. */
  | { readonly kind: 'stop'; readonly branch?: string; readonly at: Date; readonly reason: string }
  /** The legal act itself was cancelled: the whole procedure ends with state 8, whatever was done. */
  | { readonly kind: 'cancel'; readonly at: Date; readonly reason: string }
  /** The time of a step has passed, or of the opinion that was asked by that message. */
  | { readonly kind: 'late'; readonly step: string; readonly opinion?: string; readonly at: Date };

/** What the owner of the chain has to do now. */
export type Effect =
  /** Send the message that asks for the step. */
  | { readonly kind: 'ask'; readonly step: string; readonly type: string; readonly branch?: string }
  | { readonly kind: 'officer-task'; readonly step: string; readonly reason: string }
  /** Papers are wanted in the branch: tell the applicant; its clock stands. */
  | { readonly kind: 'supplement'; readonly step: string; readonly branch?: string }
  /** Tell the supervisor which member is late; the citizen's due date stays. */
  | { readonly kind: 'escalate'; readonly step: string; readonly member: string }
  /** The branch ended before it was done. */
  | { readonly kind: 'branch-ended'; readonly branch: string; readonly state: 3 | 8 }
  | { readonly kind: 'ended'; readonly end: string };

/** The new instance, and what follows from it. */
export interface Decided {
  readonly instance: ProcedureInstance;
  readonly effects: readonly Effect[];
}
