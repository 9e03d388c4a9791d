import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A gap-free series of numbers; its row is locked while a number is drawn, so two processes never draw the same. */
@Entity('number_series')
@Check('ck_number_series_last', `"last_number" > 0`)
export class NumberSeries {
  @PrimaryColumn({ name: 'name', type: 'text', primaryKeyConstraintName: 'pk_number_series' })
  readonly name: string;

  @Column({ name: 'last_number', type: 'bigint' })
  readonly lastNumber: string;
}
