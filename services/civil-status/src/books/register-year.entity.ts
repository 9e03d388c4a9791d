import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { BookKind, RegisterYear } from './register-book.rules';

/** The last number of a commune's register in a year; locked while one is drawn, and commits with the act that bears it. */
@Entity('register_year')
@Check('ck_register_year_last_number', '"last_number" >= 1')
export class RegisterYearEntity implements RegisterYear {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_register_year' })
  readonly key: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ type: 'text' })
  readonly kind: BookKind;

  @Column({ type: 'integer' })
  readonly year: number;

  @Column({ name: 'last_number', type: 'integer' })
  readonly lastNumber: number;

  @Column({ name: 'current_ordinal', type: 'integer' })
  readonly currentOrdinal: number;
}
