import type { VoucherLine } from '@lienthong/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A budget payment voucher (giấy nộp tiền vào NSNN, C1-02/NS): one debit of one payer, never changed. */
@Entity('voucher')
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
  readonly lines: readonly VoucherLine[];

  @Column({ name: 'tax_office_code', type: 'text' })
  readonly taxOfficeCode: string;

  @Column({ name: 'treasury_code', type: 'text' })
  readonly treasuryCode: string;

  @Column({ name: 'made_by', type: 'text' })
  readonly madeBy: string;
}
