import type { NoticeAmendment, PaymentNotice } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AssessedRevenue } from '../assessments/assess-transfer.rules';
import type { RevenueKind } from '../charges/charge.state';

export interface NoticeWithdrawal {
  readonly on: string;
  readonly reason: string;
  readonly document: string;
}

/** Key of what a notice says of a dossier. */
export function noticeKey(number: string, dossierCode: string): string {
  return `${number}|${dossierCode}`;
}

/**
 * What a notice says of a dossier, as it was issued: keyed by its number beside the dossier, which has several (F29), as a notice
 * may have several dossiers (F21). What follows it is noted beside it, for each dossier apart.
 */
@Entity('payment_notice')
@Index('ix_payment_notice_dossier', ['dossierCode'])
@Check('ck_payment_notice_kind', `"kind" in ('personal-income-tax', 'registration-fee', 'land-use-fee')`)
@Check('ck_payment_notice_due', `"due_date" >= "issued_on" or "amends" is not null`)
@Check('ck_payment_notice_base', `"base_dong" > 0`)
@Check('ck_payment_notice_ended', `"superseded_by" is null or "withdrawal" is null`)
export class PaymentNoticeRow {
  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'pk_payment_notice' })
  readonly key: string;

  @Column({ name: 'number', type: 'text' })
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

  /** The whole notice with the rows of all its dossiers, where there are several. */
  @Column({ name: 'whole', type: 'jsonb', nullable: true })
  readonly whole?: PaymentNotice;

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
