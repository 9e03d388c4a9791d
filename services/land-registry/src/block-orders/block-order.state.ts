/** Why an authority forbids that a parcel changes hands: a dispute, an order of a court, a seizure for enforcement (R5). */
export const BLOCK_KINDS = ['dispute', 'court-order', 'distraint'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** An order that forbids changes of a parcel until it is lifted; lifted ones stay, nothing is overwritten. */
export interface BlockOrder {
  readonly documentNumber: string;
  readonly kind: BlockKind;
  /** Cơ quan ban hành. */
  readonly issuedBy: string;
  readonly issuedOn: string;
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly lifted?: {
    readonly documentNumber: string;
    readonly on: string;
    readonly by: string;
    readonly at: string;
  };
}
