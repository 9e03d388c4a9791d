import type { NoticeAmendment } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AssessedRevenue } from '../assessments/assess-transfer.rules';
import type { RevenueKind } from '../charges/charge.state';

export interface NoticeWithdrawal {
  readonly on: string;
  readonly reason: string;
  readonly document: string;
}

/** A notice as it was issued, keyed by its number and not by the dossier (F29); what follows it is noted beside it. */
@Entity('payment_notice')
@Index('ix_payment_notice_dossier', ['dossierCode'])
@Check('ck_payment_notice_kind', `"kind" in ('personal-income-tax', 'registration-fee', 'land-use-fee')`)
@Check('ck_payment_notice_due', `"due_date" >= "issued_on" or "amends" is not null`)
@Check('ck_payment_notice_base', `"base_dong" > 0`)
@Check('ck_payment_notice_ended', `"superseded_by" is null or "withdrawal" is null`)
export class PaymentNoticeRow {
  @PrimaryColumn({ name: 'number', type: 'text', primaryKeyConstraintName: 'pk_payment_notice' })
  readonly number: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ name: 'slip_id', type: 'text' })
  readonly slipId: string;

  @Column({ name: 'form', type: 'text' })
  readonly form: string;

  @Column({ name: 'kind', type: 'text' })
  readonly kind: RevenueKind;

  @Column({ name: 'issued_on', type: 'date' })
  readonly issuedOn: string;

  /** As printed; never computed again. */
  @Column({ name: 'due_date', type: 'date' })
  readonly dueDate: string;

  @Column({ name: 'base_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly baseDong: string;

  /** The payable items that stood on it when it was issued. */
  @Column({ name: 'item_ids', type: 'jsonb' })
  readonly itemIds: readonly string[];

  /** How its amounts were computed, with the rows of law; absent on notices from before it was kept. */
  @Column({ name: 'revenue', type: 'jsonb', nullable: true })
  readonly revenue?: AssessedRevenue;

  @Column({ name: 'amends', type: 'jsonb', nullable: true })
  readonly amends?: NoticeAmendment;

  /** The notice that replaced it (M22). */
  @Column({ name: 'superseded_by', type: 'text', nullable: true })
  readonly supersededBy?: string;

  @Column({ name: 'withdrawal', type: 'jsonb', nullable: true })
  readonly withdrawal?: NoticeWithdrawal;
}
