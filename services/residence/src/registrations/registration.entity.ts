import type { BirthRecord, Paper, Refusal, ResidenceRequest, Supplement } from '@lienthong/contracts';
import { BranchWorkColumns } from '@lienthong/service-host';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Registration, RegistrationState } from './registration.state';

/** Row of `Registration`. */
@Entity('registration')
@Index('ix_registration_work', ['office', 'state', 'since', 'dossierCode'])
@Index('ix_registration_supplement_until', ['supplementUntil'], { where: 'supplement_until is not null' })
@Check('ck_registration_state', `"state" in ('received', 'supplement-wanted', 'registered', 'refused', 'stopped')`)
@Check('ck_registration_registered', `("state" = 'registered') = ("notice_number" is not null)`)
@Check('ck_registration_refused', `("state" = 'refused') = ("refusal" is not null)`)
@Check('ck_registration_supplement', `("state" = 'supplement-wanted') = ("supplement_until" is not null)`)
export class RegistrationRow extends BranchWorkColumns<RegistrationState> implements Registration {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_registration' })
  readonly dossierCode: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  readonly receivedAt: Date;

  @Column({ type: 'jsonb' })
  readonly birth: BirthRecord;

  @Column({ type: 'jsonb' })
  readonly request: ResidenceRequest;

  @Column({ name: 'previous_dossier_code', type: 'text', nullable: true })
  readonly previousDossierCode?: string;

  @Column({ name: 'receipt_number', type: 'text', nullable: true })
  readonly receiptNumber?: string;

  @Column({ type: 'jsonb', nullable: true })
  readonly supplement?: Supplement;

  @Column({ name: 'supplement_until', type: 'date', nullable: true })
  readonly supplementUntil?: string;

  @Column({ type: 'jsonb' })
  readonly papers: readonly Paper[];

  @Column({ name: 'notice_number', type: 'text', nullable: true })
  readonly noticeNumber?: string;

  @Column({ type: 'jsonb', nullable: true })
  readonly refusal?: Refusal;
}
