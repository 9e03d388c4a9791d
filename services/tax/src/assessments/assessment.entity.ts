import type { Collection, RegimeId, SlipFault } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ExemptionClaim } from '../charges/property-change.state';
import type { AssessedRevenue } from './assess-transfer.rules';
import type { Assessment, ConfirmationReason } from './assessment.state';

/** Row of `Assessment`; the checks hold each state to its fields. */
@Entity('assessment')
@Index('ix_assessment_office_state', ['office', 'state', 'receivedAt'])
@Check('ck_assessment_state', `"state" in ('returned', 'to-accept', 'to-confirm', 'assessed', 'issued', 'withdrawn')`)
@Check('ck_assessment_returned', `("state" = 'returned') = ("faults" is not null)`)
@Check(
  'ck_assessment_computed',
  `"state" in ('returned', 'withdrawn', 'to-accept') or ("revenues" is not null and "collection" is not null and "intake_office" is not null and "notice_limit_on" is not null and "regime" is not null and "clock_started_on" is not null)`,
)
@Check('ck_assessment_regime', `"regime" in ('A', 'B', 'C')`)
@Check(
  'ck_assessment_confirmation',
  `"state" <> 'to-confirm' or ("confirm_for" is not null and "confirmed_by" is null)`,
)
@Check('ck_assessment_issued', `("state" = 'issued') = ("issued_at" is not null and "issued_by" is not null)`)
export class AssessmentRow {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_assessment' })
  readonly dossierCode: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'land_office', type: 'text' })
  readonly landOffice: string;

  @Column({ name: 'slip_id', type: 'text' })
  readonly slipId: string;

  @Column({ name: 'slip_number', type: 'text' })
  readonly slipNumber: string;

  @Column({ name: 'slip_message_id', type: 'text' })
  readonly slipMessageId: string;

  @Column({ name: 'submission', type: 'integer' })
  readonly submission: number;

  @Column({ name: 'received_at', type: 'timestamptz' })
  readonly receivedAt: Date;

  @Column({ name: 'state', type: 'text' })
  readonly state: Assessment['state'];

  @Column({ name: 'faults', type: 'jsonb', nullable: true })
  readonly faults?: readonly SlipFault[];

  @Column({ name: 'intake_office', type: 'text', nullable: true })
  readonly intakeOffice?: string;

  @Column({ name: 'regime', type: 'text', nullable: true })
  readonly regime?: RegimeId;

  @Column({ name: 'clock_started_on', type: 'date', nullable: true })
  readonly clockStartedOn?: string;

  @Column({ name: 'notice_limit_on', type: 'date', nullable: true })
  readonly noticeLimitOn?: string;

  @Column({ name: 'collection', type: 'jsonb', nullable: true })
  readonly collection?: Collection;

  @Column({ name: 'revenues', type: 'jsonb', nullable: true })
  readonly revenues?: readonly AssessedRevenue[];

  @Column({ name: 'issued_at', type: 'timestamptz', nullable: true })
  readonly issuedAt?: Date;

  @Column({ name: 'issued_by', type: 'text', nullable: true })
  readonly issuedBy?: string;

  @Column({ name: 'claims', type: 'jsonb', nullable: true })
  readonly claims?: readonly ExemptionClaim[];

  @Column({ name: 'claimed_by', type: 'text', nullable: true })
  readonly claimedBy?: string;

  @Column({ name: 'confirm_for', type: 'jsonb', nullable: true })
  readonly confirmFor?: readonly ConfirmationReason[];

  @Column({ name: 'confirmed_by', type: 'text', nullable: true })
  readonly confirmedBy?: string;
}
