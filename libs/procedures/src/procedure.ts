import type { LocalDate } from '@lienthong/kernel';
import type { NationalStateCode } from './national-states.data';

/** Text for citizens and officers (vi) and for the reference pages (en). */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** A body of law whose times govern from a day on; of several the day on which a clock starts chooses one. */
export interface RuleSet {
  readonly id: string;
  readonly name: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  /** Timers count whole days and end at closing time; appointments of the one-stop desk consume working minutes. */
  readonly counts: 'days' | 'working-minutes';
}

/** How long a step may take under one rule set; `reading` marks what no text fixes and an installation may set otherwise. */
export interface LegalTime {
  readonly ruleSet: string;
  /** 0 working days = the same day; minutes serve what is due at once. */
  readonly amount: number;
  readonly unit: 'minutes' | 'working-days' | 'calendar-days';
  readonly source: string;
  readonly reading: boolean;
  /** First day of the rule where it is later than the rule set's own. */
  readonly validFrom?: LocalDate;
}

/** How a dossier can end, with the national state that it ends in. */
export interface ProcedureEnd {
  readonly id: string;
  readonly state: 3 | 8 | 10;
  readonly name: Bilingual;
}

/** Where a refusal leads: to a step or an end of the whole procedure, or only to the end of its branch. */
export type Way =
  { readonly next: string; readonly endsBranch?: never } | { readonly next?: never; readonly endsBranch: 3 | 8 };

/** An expected refusal: the message that says it, and what follows. */
export type Refusal = Way & { readonly by: string; readonly when: string };

/** Missing papers: the clock of the step and of its branch stands until they come, or until the limit is missed. */
export interface Supplement {
  /** The message by which the agency asks. */
  readonly askedBy: string;
  /** The message that brings the papers. */
  readonly answeredBy: string;
  readonly limits: readonly LegalTime[];
  /** Whether the clock goes on where it stood, or begins anew with the papers. */
  readonly afterwards: 'resume' | 'restart';
  /** What follows when nothing came in time. */
  readonly missed: Way;
}

/** A co-operating agency that may be heard in a step; the agency of the step decides. */
export interface Opinion {
  readonly of: string;
  readonly askedBy: string;
  readonly givenBy: string;
  readonly limits: readonly LegalTime[];
  /** Once it is late: the step waits on, or may be decided without it. */
  readonly whenLate: 'wait' | 'go-on';
}

/** What happens to a dossier when the message that asks is rejected, expired or parked. */
export type MessageFailure = 'officer-task';

/** One step of a procedure; messages are named by their wire names. */
export interface ProcedureStep {
  readonly id: string;
  readonly name: Bilingual;
  /** The member that does the step. */
  readonly member: string;
  /** Where its office stands, in a chain that runs between commune and province. */
  readonly level?: 'commune' | 'province';
  /** The branch to which the step belongs; absent on the trunk. */
  readonly branch?: string;
  /** Who acts; absent where the system answers alone. */
  readonly role?: string;
  /** The act needs another person than the one who did that step. */
  readonly notBy?: string;
  /** Present where an agency may leave the step to the system; the value is the default of the reference installation. */
  readonly policy?: 'manual' | 'automatic-when-clean';
  /** The message by which this member is asked; absent where its own previous step asks. */
  readonly askedBy?: string;
  /** All of them together say that the step is done; empty where only the member's own record says so. */
  readonly doneBy: readonly string[];
  /** What says that it is done may come again until that step is done: a second notice beside the first. */
  readonly againUntil?: string;
  /** For information only: releases nothing. */
  readonly alsoSends?: readonly string[];
  readonly refusals: readonly Refusal[];
  /** Steps of the owner to which it may go back of its own accord while this one is open: nothing was refused. */
  readonly backTo?: readonly string[];
  readonly supplement?: Supplement;
  readonly opinions?: readonly Opinion[];
  readonly onMessageFailure: MessageFailure;
  readonly limits: readonly LegalTime[];
  /** Whether the time counts as processing time of its branch, or of the owner where there are no branches. */
  readonly clock: 'runs' | 'stands';
  /** National state of the branch while the step is open; 1 = not yet accepted by its agency. Default: 4. */
  readonly state?: Extract<NationalStateCode, 1 | 2 | 4 | 6 | 9>;
  /** The message that undoes the step; absent where there is nothing to undo or only an officer can. */
  readonly undoneBy?: string;
  /** Steps that follow, all of them at once, or the end. A step after several waits for all that can still come. */
  readonly next: readonly string[];
}

/** A part of a procedure with its own sub-dossier, its own ten-state life and its own clock. */
export interface ProcedureBranch {
  readonly id: string;
  readonly name: Bilingual;
  readonly member: string;
  /** The applicant may leave it out. */
  readonly optional: boolean;
  readonly limits: readonly LegalTime[];
}

/** Total time for an applicant's choice of branches; without `only` it holds for every choice. */
export interface TotalTime extends LegalTime {
  /** Holds where exactly these optional branches were chosen. */
  readonly only?: readonly string[];
}

/** A reason of law for which the whole procedure may take longer. */
export interface Extension {
  readonly id: string;
  readonly name: Bilingual;
  /** Known when the application is handed in, or found by the owner of the chain on the way. */
  readonly foundBy: 'desk' | 'owner';
  readonly limits: readonly LegalTime[];
}

/** One version of a procedure; a dossier keeps the version under which it was accepted. */
export interface ProcedureVersion {
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly source: string;
  /** What is not read in the source itself, or switched off until it is confirmed. */
  readonly readings?: readonly string[];
  /** The rule sets by which its times are given; the day on which a clock starts chooses one. */
  readonly ruleSets: readonly RuleSet[];
  readonly firstStep: string;
  /** Steps at which a dossier may begin instead: lodged at the owner's own counter. */
  readonly alsoBeginsAt?: readonly string[];
  readonly branches?: readonly ProcedureBranch[];
  readonly steps: readonly ProcedureStep[];
  readonly ends: readonly ProcedureEnd[];
  /** The legal act after which nothing is undone, only completed. */
  readonly pivot: string;
  /** Processing time of the whole procedure, without what does not count. */
  readonly totalLimits: readonly TotalTime[];
  readonly extensions?: readonly Extension[];
}

/** An administrative procedure (thủ tục hành chính) with its dated versions. */
export interface Procedure {
  readonly code: string;
  readonly name: Bilingual;
  /** Invented to show something: no dossier can be accepted under it. */
  readonly synthetic?: true;
  /** The member that runs the chain. */
  readonly owner: string;
  /** Kinds of registered change that the procedure covers in this system (R11). */
  readonly changeKinds: readonly string[];
  readonly versions: readonly ProcedureVersion[];
}
