import type {
  BranchWork,
  DeathRecord,
  Follows,
  FuneralClaim,
  Paper,
  Refusal as WrittenRefusal,
} from '@lienthong/contracts';

export type ClaimState =
  | 'received'
  | 'allowance-asked'
  | 'assessed'
  | 'decided'
  | 'recovery'
  | 'recovered'
  | 'refused'
  | 'stopped'
  | 'revoked';

/** What may follow what. Money that was paid leaves only by being recovered. */
export const claimSteps: Follows<ClaimState> = {
  received: ['allowance-asked', 'assessed', 'refused', 'stopped', 'revoked'],
  'allowance-asked': ['assessed', 'refused', 'stopped', 'revoked'],
  assessed: ['decided', 'refused', 'stopped', 'revoked'],
  decided: ['recovery'],
  recovery: ['recovered'],
  recovered: [],
  refused: [],
  stopped: [],
  revoked: [],
};

export interface Refusal extends WrittenRefusal {
  /** The dossier under which the support was claimed first. */
  readonly firstDossierCode?: string;
}

/** What social insurance said about its own allowance. */
export interface AllowanceTold {
  readonly entitled: boolean;
  readonly amountDong?: string;
  readonly paidOn?: string;
}

/** A claim for the support of funeral costs as one branch of a death chain. */
export interface Claim extends BranchWork<ClaimState> {
  readonly receivedAt: Date;
  /** Whom the support is about, see `deceasedKey`. */
  readonly deceasedKey: string;
  readonly death: DeathRecord;
  readonly claim: FuneralClaim;
  readonly papers: readonly Paper[];
  readonly amountDong?: string;
  readonly legalBasis?: string;
  /** The day by which the decision is due, where the rules say it. */
  readonly decideBy?: string;
  readonly allowance?: AllowanceTold;
  readonly decisionNumber?: string;
  readonly decidedOn?: string;
  readonly decidedBy?: string;
  readonly refusal?: Refusal;
  /** Why the money is claimed back. */
  readonly recoveryReason?: string;
}
