import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A notice as it was issued, keyed by its number and not by the dossier (F29). */
@Entity('payment_notice')
@Index('ix_payment_notice_dossier', ['dossierCode'])
@Check('ck_payment_notice_kind', `"kind" in ('personal-income-tax', 'registration-fee')`)
@Check('ck_payment_notice_due', `"due_date" >= "issued_on"`)
@Check('ck_payment_notice_base', `"base_dong" > 0`)
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
  readonly kind: 'personal-income-tax' | 'registration-fee';

  @Column({ name: 'issued_on', type: 'date' })
  readonly issuedOn: string;

  /** As printed; never computed again. */
  @Column({ name: 'due_date', type: 'date' })
  readonly dueDate: string;

  @Column({ name: 'base_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly baseDong: string;
}
