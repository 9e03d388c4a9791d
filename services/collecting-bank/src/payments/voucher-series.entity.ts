import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The growing number of a making unit in a year; its row is locked while a number is drawn. */
@Entity('voucher_series')
@Check('ck_voucher_series_last', `"last_number" > 0`)
export class VoucherSeries {
  @PrimaryColumn({ name: 'name', type: 'text', primaryKeyConstraintName: 'pk_voucher_series' })
  readonly name: string;

  @Column({ name: 'last_number', type: 'bigint' })
  readonly lastNumber: string;
}
