import type { LocalDate } from '@lienthong/kernel';
import type { RegimeId } from './regimes.data';

/** Text for citizens and officers (vi) and for the reference pages (en). */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** How long a step may take under one regime; `reading` marks what no text fixes and an installation may set otherwise. */
export interface LegalTime {
  readonly regime: RegimeId;
  /** 0 working days = the same day; minutes serve what is due at once. */
  readonly amount: number;
  readonly unit: 'minutes' | 'working-days' | 'calendar-days';
  readonly source: string;
  readonly reading: boolean;
  /** First day of the rule where it is later than the regime's own. */
  readonly validFrom?: LocalDate;
}

/** How a dossier can end, with the national state that it ends in. */
export interface ProcedureEnd {
  readonly id: string;
  readonly state: 8 | 10;
  readonly name: Bilingual;
}

/** An expected refusal: the message that says it, and the step or end that follows. */
export interface Refusal {
  readonly by: string;
  readonly when: string;
  readonly next: string;
}

/** What happens to a dossier when the message that asks is rejected, expired or parked. */
export type MessageFailure = 'officer-task';

/** One step of a procedure; messages are named by their wire names. */
export interface ProcedureStep {
  readonly id: string;
  readonly name: Bilingual;
  /** The member that does the step. */
  readonly member: string;
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
  /** For information only: releases nothing. */
  readonly alsoSends?: readonly string[];
  readonly refusals: readonly Refusal[];
  readonly onMessageFailure: MessageFailure;
  readonly limits: readonly LegalTime[];
  /** Whether the time counts as the land office's processing time. */
  readonly clock: 'runs' | 'stands';
  /** The message that undoes the step; absent where there is nothing to undo or only an officer can. */
  readonly undoneBy?: string;
  /** Steps that follow, or the end. */
  readonly next: readonly string[];
}

/** One version of a procedure; a dossier keeps the version under which it was accepted. */
export interface ProcedureVersion {
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly source: string;
  readonly firstStep: string;
  readonly steps: readonly ProcedureStep[];
  readonly ends: readonly ProcedureEnd[];
  /** The legal act after which nothing is undone, only completed. */
  readonly pivot: string;
  /** Processing time of the whole procedure, without what does not count. */
  readonly totalLimits: readonly LegalTime[];
}

/** An administrative procedure (thủ tục hành chính) with its dated versions. */
export interface Procedure {
  readonly code: string;
  readonly name: Bilingual;
  /** The member that runs the chain. */
  readonly owner: string;
  /** Kinds of registered change that the procedure covers in this system (R11). */
  readonly changeKinds: readonly string[];
  readonly versions: readonly ProcedureVersion[];
}
