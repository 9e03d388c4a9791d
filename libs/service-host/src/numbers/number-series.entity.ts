import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number of a gap-free series; the row is locked while a number is drawn and commits with what bears the number. */
@Entity('number_series')
@Check('ck_number_series_last', `"last" >= 1`)
export class NumberSeries {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_number_series' })
  readonly key: string;

  /** Forms of up to fifteen digits; a number of that size is exact in JavaScript. */
  @Column({ type: 'bigint' })
  readonly last: string;
}
