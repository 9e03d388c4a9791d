import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { BookingReversal, FactConflict } from './payable-item.state';

/** One row of a notice: what one person owes, what was paid for it and what the treasury booked. */
@Entity('payable_item')
@Index('ix_payable_item_dossier', ['dossierCode'])
@Check('ck_payable_item_state', `"state" in ('unpaid', 'paid', 'booked')`)
@Check('ck_payable_item_amount', `"amount_dong" > 0`)
@Check(
  'ck_payable_item_paid',
  `("state" = 'unpaid') = ("reference" is null) and ("reference" is null) = ("paid_on" is null)`,
)
@Check(
  'ck_payable_item_booked',
  `("state" = 'booked') = ("entry_number" is not null) and ("entry_number" is null) = ("booked_on" is null)`,
)
export class PayableItem {
  @PrimaryColumn({ name: 'payable_item_id', type: 'text', primaryKeyConstraintName: 'pk_payable_item' })
  readonly payableItemId: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'notice_number', type: 'text' })
  readonly noticeNumber: string;

  @Column({ name: 'payer', type: 'text' })
  readonly payer: 'seller' | 'buyer';

  @Column({ name: 'payer_number', type: 'text' })
  readonly payerNumber: string;

  @Column({ name: 'payer_name', type: 'text' })
  readonly payerName: string;

  @Column({ name: 'share', type: 'text' })
  readonly share: string;

  @Column({ name: 'amount_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly amountDong: string;

  @Column({ name: 'budget_sub_item', type: 'text' })
  readonly budgetSubItem: string;

  @Column({ name: 'budget_chapter', type: 'text' })
  readonly budgetChapter: string;

  @Column({ name: 'state', type: 'text' })
  readonly state: 'unpaid' | 'paid' | 'booked';

  /** Voucher that pays the item. */
  @Column({ name: 'reference', type: 'text', nullable: true })
  readonly reference?: string;

  /** Day on which the payer was debited. */
  @Column({ name: 'paid_on', type: 'date', nullable: true })
  readonly paidOn?: string;

  @Column({ name: 'entry_number', type: 'text', nullable: true })
  readonly entryNumber?: string;

  @Column({ name: 'booked_on', type: 'date', nullable: true })
  readonly bookedOn?: string;

  /** Facts that contradict the accepted ones; kept for the payment investigation, never applied (F15). */
  @Column({ name: 'conflicts', type: 'jsonb' })
  readonly conflicts: readonly FactConflict[];

  /** Bookings that the treasury took back (F16). */
  @Column({ name: 'reversals', type: 'jsonb' })
  readonly reversals: readonly BookingReversal[];
}
