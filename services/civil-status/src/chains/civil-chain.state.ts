import type { BirthDeclaration, BirthRecord, ChainResult, DeathDeclaration, DeathRecord } from '@lienthong/contracts';
import type { Outcome, ProcedureInstance } from '@lienthong/procedures';

export type ChainKind = 'birth' | 'death';

/** Where a chain stands at the registrar; it follows from the steps of its procedure. */
export type ChainStatus =
  'received' | 'registering' | 'drafted' | 'running' | 'concluded' | 'handed-over' | 'stopped' | 'refused';

/** What the registrar knows of a branch beside the steps of the procedure. */
export interface BranchFile {
  readonly member: string;
  readonly office: string;
  readonly askedAt?: string;
  readonly dueAt?: string;
  readonly reason?: string;
  readonly documentNumber?: string;
  /** The last day to bring the papers that the agency wants. */
  readonly papersUntil?: string;
  readonly result?: ChainResult;
  readonly opinion?: AskedOpinion;
}

/** A question to the agency of a branch that the registrar asked beside the procedure. */
export interface AskedOpinion {
  readonly office: string;
  readonly dueAt: string;
  readonly givenAt?: string;
}

export interface ChainChange {
  readonly what: string;
  readonly at: string;
  readonly by: string;
  readonly messageId?: string;
  readonly reason?: string;
  /** The declaration before it was corrected. */
  readonly before?: BirthDeclaration | DeathDeclaration;
}

/** One declaration with all that follows from it; the registrar of the commune owns the chain. */
export interface CivilChain {
  readonly dossierCode: string;
  readonly kind: ChainKind;
  readonly office: string;
  readonly status: ChainStatus;
  /** The one-stop desk that forwarded the declaration. */
  readonly intakeOffice: string;
  readonly receivedAt: Date;
  /** What the citizen was told; it stays, whoever is late. */
  readonly appointmentAt: Date;
  readonly birth?: BirthDeclaration;
  readonly death?: DeathDeclaration;
  /** Makes child or deceased one: see the rules of the keys. */
  readonly personKey: string;
  readonly instance: ProcedureInstance;
  readonly branches: Readonly<Record<string, BranchFile>>;
  readonly flags: readonly string[];
  readonly checkedBy?: string;
  readonly personalNumber?: string;
  readonly birthRecord?: BirthRecord;
  readonly deathRecord?: DeathRecord;
  readonly outcome?: Outcome;
  readonly reason?: string;
  readonly documentNumber?: string;
  readonly firstDossierCode?: string;
  /** What the citizen is told next to the state: a late agency, what to do now. */
  readonly note?: string;
  readonly history: readonly ChainChange[];
  /** The message that brought the work that waits now; messages sent from a manual step name it as their cause. */
  readonly workMessageId: string;
  readonly since: Date;
}
