import type { DeathRecord } from '@lienthong/contracts';
import { BranchWorkColumns } from '@lienthong/service-host';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type BenefitsStopState = 'received' | 'benefits-stopped' | 'branch-stopped' | 'revoked';

/** The end of card and pension of a deceased person as one branch of a death chain. */
@Entity('benefits_stop')
@Index('ix_benefits_stop_work', ['office', 'state', 'since', 'dossierCode'])
@Check('ck_benefits_stop_state', `"state" in ('received', 'benefits-stopped', 'branch-stopped', 'revoked')`)
@Check('ck_benefits_stop_decided', `"state" <> 'benefits-stopped' or "decision_number" is not null`)
export class BenefitsStopRow extends BranchWorkColumns<BenefitsStopState> {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_benefits_stop' })
  readonly dossierCode: string;

  @Column({ type: 'jsonb' })
  readonly death: DeathRecord;

  @Column({ name: 'decision_number', type: 'text', nullable: true })
  readonly decisionNumber?: string;
}
