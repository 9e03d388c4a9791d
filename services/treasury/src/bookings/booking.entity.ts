import type { VoucherLine } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { OwnedLine } from '../ledger/ledger.rules';

/** Revenue booked for a voucher: one booking for each reference. What was booked never changes; adjustments stand beside it. */
@Entity('booking')
@Unique('uq_booking_confirmation', ['confirmationId'])
@Unique('uq_booking_entry', ['treasuryCode', 'entryNumber'])
@Index('ix_booking_day', ['office', 'bookedOn', 'entryNumber'])
@Check('ck_booking_total', `"total_dong" > 0`)
export class Booking {
  @PrimaryColumn({ name: 'reference', type: 'text', primaryKeyConstraintName: 'pk_booking' })
  readonly reference: string;

  @Column({ name: 'confirmation_id', type: 'text' })
  readonly confirmationId: string;

  @Column({ name: 'entry_number', type: 'text' })
  readonly entryNumber: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'treasury_code', type: 'text' })
  readonly treasuryCode: string;

  @Column({ name: 'account', type: 'text' })
  readonly account: string;

  @Column({ name: 'total_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly totalDong: string;

  /** The payer's debit date: the payment date for every purpose. */
  @Column({ name: 'debit_date', type: 'date' })
  readonly debitDate: string;

  @Column({ name: 'booked_on', type: 'date' })
  readonly bookedOn: string;

  @Column({ name: 'lines', type: 'jsonb' })
  readonly lines: readonly VoucherLine[];

  @Column({ name: 'booked_by', type: 'text' })
  readonly bookedBy: string;

  /** The proposed adjustment that nobody has decided about yet. */
  @Column({ name: 'open_adjustment_id', type: 'text', nullable: true })
  readonly openAdjustmentId?: string;

  /** The last confirmed adjustment: what the next one adjusts. */
  @Column({ name: 'adjusted_by', type: 'text', nullable: true })
  readonly adjustedBy?: string;

  @Column({ name: 'is_reversed', type: 'boolean' })
  readonly isReversed: boolean;

  /** The lines as they stand after corrections. */
  @Column({ name: 'current_lines', type: 'jsonb', nullable: true })
  readonly currentLines?: readonly OwnedLine[];
}
