import type { Change, DeathRecord } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type BenefitsStopState = 'received' | 'benefits-stopped' | 'branch-stopped' | 'revoked';

/** The end of card and pension of a deceased person as one branch of a death chain. */
@Entity('benefits_stop')
@Index('ix_benefits_stop_work', ['office', 'state', 'since', 'dossierCode'])
@Check('ck_benefits_stop_state', `"state" in ('received', 'benefits-stopped', 'branch-stopped', 'revoked')`)
@Check('ck_benefits_stop_decided', `"state" <> 'benefits-stopped' or "decision_number" is not null`)
export class BenefitsStopRow {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_benefits_stop' })
  readonly dossierCode: string;

  @Column({ name: 'sub_dossier_code', type: 'text' })
  readonly subDossierCode: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ name: 'asked_by', type: 'text' })
  readonly askedBy: string;

  @Column({ type: 'text' })
  readonly state: BenefitsStopState;

  @Column({ name: 'due_at', type: 'timestamptz' })
  readonly dueAt: Date;

  @Column({ type: 'timestamptz' })
  readonly since: Date;

  @Column({ type: 'jsonb' })
  readonly death: DeathRecord;

  @Column({ name: 'decision_number', type: 'text', nullable: true })
  readonly decisionNumber?: string;

  @Column({ name: 'work_message_id', type: 'text' })
  readonly workMessageId: string;

  @Column({ type: 'jsonb' })
  readonly history: readonly Change[];
}
