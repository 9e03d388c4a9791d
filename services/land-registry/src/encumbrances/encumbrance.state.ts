/** What may lie on a parcel: a mortgage, or the note of a deferred obligation (ghi nợ); orders of authorities are `block-orders`. */
export const ENCUMBRANCE_KINDS = ['mortgage', 'deferred-obligation'] as const;
export type EncumbranceKind = (typeof ENCUMBRANCE_KINDS)[number];

/** An encumbrance that is in force; once it is released the register's entries alone tell of it. */
export interface Encumbrance {
  readonly kind: EncumbranceKind;
  /** Under which it stands in the register. */
  readonly registerNumber: string;
  readonly registeredOn: string;
  /** Whom it protects. */
  readonly holderName?: string;
  readonly holderNumber?: string;
  /** The dossier by which it was registered. */
  readonly dossierCode?: string;
}
