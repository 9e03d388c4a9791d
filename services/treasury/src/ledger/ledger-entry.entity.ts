import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of the treasury's books: insert-only; what is taken back stands as a line of its own with the opposite sign. */
@Entity('ledger_entry')
@Index('ix_ledger_entry_day', ['office', 'bookedOn', 'key'])
@Index('ix_ledger_entry_reference', ['reference'])
@Check('ck_ledger_entry_amount', `"amount_dong" <> 0`)
@Check('ck_ledger_entry_kind', `"kind" in ('booking', 'reversal', 'correction')`)
@Check('ck_ledger_entry_sign', `"kind" = 'correction' or ("kind" = 'booking') = ("amount_dong" > 0)`)
export class LedgerEntry {
  /** `<office>|<entry number>|<line>`. */
  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'pk_ledger_entry' })
  readonly key: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'entry_number', type: 'text' })
  readonly entryNumber: string;

  @Column({ name: 'kind', type: 'text' })
  readonly kind: 'booking' | 'reversal' | 'correction';

  @Column({ name: 'reference', type: 'text' })
  readonly reference: string;

  @Column({ name: 'payable_item_id', type: 'text' })
  readonly payableItemId: string;

  @Column({ name: 'tax_office_code', type: 'text' })
  readonly taxOfficeCode: string;

  @Column({ name: 'account', type: 'text' })
  readonly account: string;

  @Column({ name: 'budget_chapter', type: 'text' })
  readonly budgetChapter: string;

  @Column({ name: 'budget_sub_item', type: 'text' })
  readonly budgetSubItem: string;

  /** Signed whole đồng. */
  @Column({ name: 'amount_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly amountDong: string;

  @Column({ name: 'debit_date', type: 'date' })
  readonly debitDate: string;

  @Column({ name: 'booked_on', type: 'date' })
  readonly bookedOn: string;

  @Column({ name: 'budget_year', type: 'integer' })
  readonly budgetYear: number;
}
