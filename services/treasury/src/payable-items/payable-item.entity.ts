import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A payable item as the tax office published it; `awaited` while only a credit advice has named it. One row for both, so
 * that item and advice, handled by two processes at the same moment, meet on its key.
 */
@Entity('payable_item')
@Index('ix_payable_item_payer', ['payerNumber', 'payableItemId'])
@Check('ck_payable_item_state', `"state" in ('awaited', 'published')`)
@Check('ck_payable_item_awaited', `"state" = 'published' or "reference" is not null`)
@Check('ck_payable_item_amount', `"amount_dong" > 0`)
@Check(
  'ck_payable_item_published',
  `("state" = 'published') = (num_nulls("message_id", "notice_number", "payer_number", "amount_dong", "budget_sub_item", "budget_chapter", "tax_office_code", "treasury_code", "area_code") = 0)`,
)
export class PayableItem {
  @PrimaryColumn({ name: 'payable_item_id', type: 'text', primaryKeyConstraintName: 'pk_payable_item' })
  readonly payableItemId: string;

  @Column({ name: 'state', type: 'text' })
  readonly state: 'awaited' | 'published';

  /** The first voucher whose credit advice named the item. */
  @Column({ name: 'reference', type: 'text', nullable: true })
  readonly reference?: string;

  @Column({ name: 'more_references', type: 'jsonb' })
  readonly moreReferences: readonly string[];

  @Column({ name: 'message_id', type: 'text', nullable: true })
  readonly messageId?: string;

  @Column({ name: 'notice_number', type: 'text', nullable: true })
  readonly noticeNumber?: string;

  @Column({ name: 'payer_number', type: 'text', nullable: true })
  readonly payerNumber?: string;

  @Column({ name: 'amount_dong', type: 'numeric', precision: 18, scale: 0, nullable: true })
  readonly amountDong?: string;

  @Column({ name: 'budget_sub_item', type: 'text', nullable: true })
  readonly budgetSubItem?: string;

  @Column({ name: 'budget_chapter', type: 'text', nullable: true })
  readonly budgetChapter?: string;

  @Column({ name: 'tax_office_code', type: 'text', nullable: true })
  readonly taxOfficeCode?: string;

  @Column({ name: 'treasury_code', type: 'text', nullable: true })
  readonly treasuryCode?: string;

  @Column({ name: 'area_code', type: 'text', nullable: true })
  readonly areaCode?: string;
}
