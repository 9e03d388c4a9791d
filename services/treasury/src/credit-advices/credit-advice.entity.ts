import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type {
  AdviceLine,
  AdviceState,
  ContradictingAdvice,
  CreditAdvice,
  PayersChoice,
  SuspenseReason,
} from './credit-advice.state';

/** Row of `CreditAdvice`: one for each reference. */
@Entity('credit_advice')
@Index('ix_credit_advice_office_state', ['office', 'state', 'receivedAt'])
@Index('ix_credit_advice_day', ['office', 'debitDate', 'bankCode'])
@Index('ix_credit_advice_payer', ['payerNumber'], { where: '"payer_number" is not null' })
@Check('ck_credit_advice_state', `"state" in ('awaiting-items', 'ready', 'suspense', 'booked')`)
@Check('ck_credit_advice_suspense', `("state" = 'suspense') = (jsonb_array_length("reasons") > 0)`)
@Check('ck_credit_advice_total', `"total_dong" > 0`)
export class CreditAdviceRow implements CreditAdvice {
  @PrimaryColumn({ name: 'reference', type: 'text', primaryKeyConstraintName: 'pk_credit_advice' })
  readonly reference: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'message_id', type: 'text' })
  readonly messageId: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  readonly receivedAt: Date;

  @Column({ name: 'advised_at', type: 'timestamptz' })
  readonly advisedAt: Date;

  @Column({ name: 'debit_date', type: 'date' })
  readonly debitDate: string;

  @Column({ name: 'total_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly totalDong: string;

  @Column({ name: 'bank_code', type: 'text' })
  readonly bankCode: string;

  @Column({ name: 'treasury_code', type: 'text' })
  readonly treasuryCode: string;

  @Column({ name: 'tax_office_code', type: 'text', nullable: true })
  readonly taxOfficeCode?: string;

  @Column({ name: 'payer_number', type: 'text', nullable: true })
  readonly payerNumber?: string;

  @Column({ name: 'lines', type: 'jsonb' })
  readonly lines: readonly AdviceLine[];

  @Column({ name: 'state', type: 'text' })
  readonly state: AdviceState;

  @Column({ name: 'reasons', type: 'jsonb' })
  readonly reasons: readonly SuspenseReason[];

  @Column({ name: 'conflicts', type: 'jsonb' })
  readonly conflicts: readonly ContradictingAdvice[];

  @Column({ name: 'investigation_id', type: 'text', nullable: true })
  readonly investigationId?: string;

  @Column({ name: 'choice', type: 'jsonb', nullable: true })
  readonly choice?: PayersChoice;
}
