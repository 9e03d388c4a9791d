import type { OverpaymentRecordedV1 } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Offset } from './overpayment.state';

/** Booked money that nobody owes (khoản nộp thừa): kept until it is offset by id; never paid back by itself (F7, F10). */
@Entity('overpayment')
@Index('ix_overpayment_office', ['office', 'recordedAt', 'overpaymentId'])
@Index('ix_overpayment_dossier', ['dossierCode'])
@Check('ck_overpayment_cause', `"cause" in ('paid-over', 'notice-lowered', 'notice-withdrawn')`)
@Check('ck_overpayment_amount', `"amount_dong" > 0 and "offset_dong" >= 0 and "offset_dong" <= "amount_dong"`)
export class Overpayment {
  @PrimaryColumn({ name: 'overpayment_id', type: 'text', primaryKeyConstraintName: 'pk_overpayment' })
  readonly overpaymentId: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'payable_item_id', type: 'text' })
  readonly payableItemId: string;

  @Column({ name: 'payer_number', type: 'text' })
  readonly payerNumber: string;

  @Column({ name: 'cause', type: 'text' })
  readonly cause: OverpaymentRecordedV1['cause'];

  @Column({ name: 'reference', type: 'text' })
  readonly reference: string;

  @Column({ name: 'entry_number', type: 'text' })
  readonly entryNumber: string;

  @Column({ name: 'amount_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly amountDong: string;

  /** Since when the money covers other debts: the payer's debit, or the notice by which it became too much. */
  @Column({ name: 'overpaid_on', type: 'date' })
  readonly overpaidOn: string;

  @Column({ name: 'booked_on', type: 'date' })
  readonly bookedOn: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  readonly recordedAt: Date;

  @Column({ name: 'offset_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly offsetDong: string;

  @Column({ name: 'offsets', type: 'jsonb' })
  readonly offsets: readonly Offset[];

  /** The treasury took the booking back: the money does not exist (F16). */
  @Column({ name: 'taken_back_on', type: 'date', nullable: true })
  readonly takenBackOn?: string;
}
