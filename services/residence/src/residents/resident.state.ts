import type { Relation, Sex } from '@lienthong/contracts';

/** One event of a person's residence: what, on which day, by which paper or dossier. */
export interface ResidenceEvent {
  readonly event: 'registered' | 'corrected' | 'ended' | 'restored' | 'renumbered';
  readonly on: string;
  readonly reference: string;
}

/** The permanent residence of a person: one line of the register for each personal identification number. */
export interface Resident {
  readonly personalIdentificationNumber: string;
  readonly office: string;
  readonly communeCode: string;
  readonly name: string;
  readonly sex: Sex;
  /** A date, or the year alone. */
  readonly birthDate: string;
  readonly address: string;
  readonly householdHeadName: string;
  readonly householdHeadNumber?: string;
  readonly relation?: Relation;
  readonly registeredOn: string;
  readonly noticeNumber?: string;
  readonly dossierCode?: string;
  /** `renumbered`: the person's line goes on under a new number. */
  readonly state: 'active' | 'ended' | 'renumbered';
  readonly endedOn?: string;
  /** The chain of the death that ended it. */
  readonly endedBy?: string;
  readonly events: readonly ResidenceEvent[];
}
