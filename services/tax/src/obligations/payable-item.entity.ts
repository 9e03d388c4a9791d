import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RevenueKind } from '../charges/charge.state';
import type { BookingReversal, FactConflict, ItemPayment, PayableItemState } from './payable-item.state';

/** One row of a notice: what one person owes, what was paid for it and what the treasury booked. Its amount never changes. */
@Entity('payable_item')
@Index('ix_payable_item_dossier', ['dossierCode'])
@Index('ix_payable_item_due', ['dueDate', 'payableItemId'], { where: `"state" in ('unpaid', 'part-paid')` })
@Check('ck_payable_item_state', `"state" in ('unpaid', 'part-paid', 'paid', 'booked', 'deferred', 'closed')`)
@Check('ck_payable_item_kind', `"kind" in ('personal-income-tax', 'registration-fee', 'land-use-fee')`)
@Check('ck_payable_item_amount', `"amount_dong" > 0`)
@Check(
  'ck_payable_item_money',
  `"booked_dong" >= 0 and "booked_dong" <= "paid_dong" and "carried_dong" >= 0 and "carried_dong" <= "booked_dong"`,
)
@Check('ck_payable_item_unpaid', `"state" <> 'unpaid' or "paid_dong" = "carried_dong"`)
@Check(
  'ck_payable_item_part_paid',
  `"state" <> 'part-paid' or ("paid_dong" > "carried_dong" and "paid_dong" < "amount_dong" + "carried_dong")`,
)
@Check(
  'ck_payable_item_paid',
  `"state" <> 'paid' or ("paid_dong" >= "amount_dong" + "carried_dong" and "booked_dong" < "amount_dong" + "carried_dong")`,
)
@Check('ck_payable_item_booked', `"state" <> 'booked' or "booked_dong" >= "amount_dong" + "carried_dong"`)
@Check('ck_payable_item_closed', `("state" = 'closed') = ("closed_on" is not null)`)
export class PayableItem {
  @PrimaryColumn({ name: 'payable_item_id', type: 'text', primaryKeyConstraintName: 'pk_payable_item' })
  readonly payableItemId: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'notice_number', type: 'text' })
  readonly noticeNumber: string;

  @Column({ name: 'kind', type: 'text' })
  readonly kind: RevenueKind;

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

  /** As printed; never computed again. */
  @Column({ name: 'due_date', type: 'date' })
  readonly dueDate: string;

  @Column({ name: 'budget_sub_item', type: 'text' })
  readonly budgetSubItem: string;

  @Column({ name: 'budget_chapter', type: 'text' })
  readonly budgetChapter: string;

  @Column({ name: 'state', type: 'text' })
  readonly state: PayableItemState;

  /** In the order in which they became known; none is ever changed but by its booking. */
  @Column({ name: 'payments', type: 'jsonb' })
  readonly payments: readonly ItemPayment[];

  @Column({ name: 'paid_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly paidDong: string;

  @Column({ name: 'booked_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly bookedDong: string;

  /** Booked money beyond what is owed that went on: to the item in its place, or to an overpayment. */
  @Column({ name: 'carried_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly carriedDong: string;

  /** The item that was paid late, of an item that is its interest (F18). */
  @Column({ name: 'interest_of', type: 'text', nullable: true })
  readonly interestOf?: string;

  @Column({ name: 'deferred', type: 'boolean' })
  readonly deferred: boolean;

  /** A deferred item that somebody wants to pay: bank and treasury know of it since. */
  @Column({ name: 'published_on', type: 'date', nullable: true })
  readonly publishedOn?: string;

  @Column({ name: 'closed_on', type: 'date', nullable: true })
  readonly closedOn?: string;

  @Column({ name: 'closed_for', type: 'text', nullable: true })
  readonly closedFor?: 'amended' | 'withdrawn';

  /** The item that is paid instead; money that still comes is its money. */
  @Column({ name: 'replaced_by', type: 'text', nullable: true })
  readonly replacedBy?: string;

  /** The last day up to which its payer was told of its due date: by the notice, then by reminders (M30). */
  @Column({ name: 'told_until', type: 'date', nullable: true })
  readonly toldUntil?: string;

  @Column({ name: 'overdue_listed_on', type: 'date', nullable: true })
  readonly overdueListedOn?: string;

  @Column({ name: 'debt_noticed_on', type: 'date', nullable: true })
  readonly debtNoticedOn?: string;

  /** Facts that contradict the accepted ones; kept for the payment investigation, never applied (F15). */
  @Column({ name: 'conflicts', type: 'jsonb' })
  readonly conflicts: readonly FactConflict[];

  /** Bookings that the treasury took back (F16). */
  @Column({ name: 'reversals', type: 'jsonb' })
  readonly reversals: readonly BookingReversal[];
}
