import type { Sex } from '@lienthong/contracts';

/** One event of a card: what, on which day, by which paper or dossier. */
export interface CardEvent {
  readonly event: 'issued' | 'corrected' | 'renumbered' | 'stopped' | 'restored';
  readonly on: string;
  readonly reference: string;
}

/** A health insurance card: one for each personal identification number. */
export interface HealthCard {
  readonly personalIdentificationNumber: string;
  readonly cardNumber: string;
  readonly office: string;
  readonly name: string;
  readonly sex: Sex;
  /** A date, or the year alone. */
  readonly birthDate: string;
  readonly group: 'child' | 'other';
  readonly issuedOn: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** `renumbered`: the card goes on under a new personal number. */
  readonly state: 'active' | 'stopped' | 'renumbered';
  /** The chain of the death that stopped it. */
  readonly stoppedBy?: string;
  readonly dossierCode?: string;
  readonly events: readonly CardEvent[];
}
