import type { BankLine, VoucherChannel } from './voucher.state';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A budget payment voucher (giấy nộp tiền vào NSNN, C1-02/NS): one debit of one payer. What it says never changes. */
@Entity('voucher')
@Index('ix_voucher_day', ['treasuryCode', 'debitDate', 'reference'])
@Index('ix_voucher_payer', ['payerNumber', 'reference'])
@Index('ix_voucher_lines', { synchronize: false })
@Index('ix_voucher_transfer', ['office', 'transferBy'], { where: '"transferred_at" is null' })
@Check('ck_voucher_channel', `"channel" in ('electronic', 'paper', 'cash')`)
@Check('ck_voucher_reference', `"reference" ~ '^[0-9A-Z]{4}20[0-9]{2}[0-9]{10}[0-9]{2}$'`)
@Check('ck_voucher_total', `"total_dong" > 0`)
@Check('ck_voucher_lines', `jsonb_array_length("lines") > 0`)
export class Voucher {
  @PrimaryColumn({ name: 'reference', type: 'text', primaryKeyConstraintName: 'pk_voucher' })
  readonly reference: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'payer_number', type: 'text' })
  readonly payerNumber: string;

  @Column({ name: 'payer_name', type: 'text', nullable: true })
  readonly payerName?: string;

  @Column({ name: 'debit_date', type: 'date' })
  readonly debitDate: string;

  @Column({ name: 'debited_at', type: 'timestamptz' })
  readonly debitedAt: Date;

  @Column({ name: 'total_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly totalDong: string;

  @Column({ name: 'lines', type: 'jsonb' })
  readonly lines: readonly BankLine[];

  @Column({ name: 'tax_office_code', type: 'text' })
  readonly taxOfficeCode: string;

  @Column({ name: 'treasury_code', type: 'text' })
  readonly treasuryCode: string;

  @Column({ name: 'made_by', type: 'text' })
  readonly madeBy: string;

  @Column({ name: 'channel', type: 'text' })
  readonly channel: VoucherChannel;

  /** Number on the paper of the payer. */
  @Column({ name: 'document_number', type: 'text', nullable: true })
  readonly documentNumber?: string;

  /** Until when the money has to be at the treasury's bank (T19). */
  @Column({ name: 'transfer_by', type: 'timestamptz' })
  readonly transferBy: Date;

  @Column({ name: 'transferred_at', type: 'timestamptz', nullable: true })
  readonly transferredAt?: Date;

  /** The message whose item was paid: the cause of what is told. */
  @Column({ name: 'cause_id', type: 'text', nullable: true })
  readonly causeId?: string;

  /** F16: day on which the treasury took the booking back. */
  @Column({ name: 'reversed_on', type: 'date', nullable: true })
  readonly reversedOn?: string;
}
