import type { DeathRecord, FuneralClaim, Paper } from '@lienthong/contracts';
import { BranchWorkColumns } from '@lienthong/service-host';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AllowanceTold, Claim, ClaimState, Refusal } from './funeral-claim.state';

/** Row of `Claim`. */
@Entity('funeral_claim')
@Index('ix_funeral_claim_work', ['office', 'state', 'since', 'dossierCode'])
@Check(
  'ck_funeral_claim_state',
  `"state" in ('received', 'allowance-asked', 'assessed', 'decided', 'recovery', 'recovered', 'refused', 'stopped', 'revoked')`,
)
@Check(
  'ck_funeral_claim_decided',
  `("state" in ('decided', 'recovery', 'recovered')) = ("decision_number" is not null and "amount_dong" is not null)`,
)
@Check('ck_funeral_claim_refused', `("state" = 'refused') = ("refusal" is not null)`)
@Check('ck_funeral_claim_recovery', `("state" in ('recovery', 'recovered')) = ("recovery_reason" is not null)`)
export class ClaimRow extends BranchWorkColumns<ClaimState> implements Claim {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_funeral_claim' })
  readonly dossierCode: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  readonly receivedAt: Date;

  @Column({ name: 'deceased_key', type: 'text' })
  readonly deceasedKey: string;

  @Column({ type: 'jsonb' })
  readonly death: DeathRecord;

  @Column({ type: 'jsonb' })
  readonly claim: FuneralClaim;

  @Column({ type: 'jsonb' })
  readonly papers: readonly Paper[];

  @Column({ name: 'amount_dong', type: 'numeric', precision: 18, scale: 0, nullable: true })
  readonly amountDong?: string;

  @Column({ name: 'legal_basis', type: 'text', nullable: true })
  readonly legalBasis?: string;

  @Column({ name: 'decide_by', type: 'date', nullable: true })
  readonly decideBy?: string;

  @Column({ type: 'jsonb', nullable: true })
  readonly allowance?: AllowanceTold;

  @Column({ name: 'decision_number', type: 'text', nullable: true })
  readonly decisionNumber?: string;

  @Column({ name: 'decided_on', type: 'date', nullable: true })
  readonly decidedOn?: string;

  @Column({ name: 'decided_by', type: 'text', nullable: true })
  readonly decidedBy?: string;

  @Column({ type: 'jsonb', nullable: true })
  readonly refusal?: Refusal;

  @Column({ name: 'recovery_reason', type: 'text', nullable: true })
  readonly recoveryReason?: string;
}
