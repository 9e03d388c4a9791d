import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A payable item as the tax office published it, and what was paid for it here. */
@Entity('payable_item')
@Index('ix_payable_item_office_state', ['office', 'state', 'publishedAt'])
@Check('ck_payable_item_amount', `"amount_dong" > 0`)
@Check('ck_payable_item_state', `"state" in ('unpaid', 'paid')`)
@Check('ck_payable_item_paid_dong', `"paid_dong" >= 0`)
@Check('ck_payable_item_paid', `("state" = 'paid') = ("reference" is not null)`)
export class PayableItem {
  @PrimaryColumn({ name: 'payable_item_id', type: 'text', primaryKeyConstraintName: 'pk_payable_item' })
  readonly payableItemId: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  /** Id of the message that published it: the cause of the debit. */
  @Column({ name: 'message_id', type: 'text' })
  readonly messageId: string;

  @Column({ name: 'published_at', type: 'timestamptz' })
  readonly publishedAt: Date;

  @Column({ name: 'notice_number', type: 'text' })
  readonly noticeNumber: string;

  @Column({ name: 'payer_number', type: 'text' })
  readonly payerNumber: string;

  @Column({ name: 'amount_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly amountDong: string;

  @Column({ name: 'due_date', type: 'date' })
  readonly dueDate: string;

  @Column({ name: 'budget_sub_item', type: 'text' })
  readonly budgetSubItem: string;

  @Column({ name: 'budget_chapter', type: 'text' })
  readonly budgetChapter: string;

  @Column({ name: 'tax_office_code', type: 'text' })
  readonly taxOfficeCode: string;

  @Column({ name: 'treasury_code', type: 'text' })
  readonly treasuryCode: string;

  @Column({ name: 'area_code', type: 'text' })
  readonly areaCode: string;

  @Column({ name: 'state', type: 'text' })
  readonly state: 'unpaid' | 'paid';

  /** The voucher with which it was paid in full. */
  @Column({ name: 'reference', type: 'text', nullable: true })
  readonly reference?: string;

  /** The order that is being carried out for it: nobody else is debited meanwhile (F17). */
  @Column({ name: 'ordered_by', type: 'text', nullable: true })
  readonly orderedBy?: string;

  /** Sum of the vouchers that stand. */
  @Column({ name: 'paid_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly paidDong: string;
}
