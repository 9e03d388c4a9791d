import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Numbers of accounting entries of an office in a year; the row is locked while a number is drawn. */
@Entity('entry_series')
@Check('ck_entry_series_last', `"last_number" > 0`)
export class EntrySeries {
  @PrimaryColumn({ name: 'name', type: 'text', primaryKeyConstraintName: 'pk_entry_series' })
  readonly name: string;

  @Column({ name: 'last_number', type: 'bigint' })
  readonly lastNumber: string;
}
