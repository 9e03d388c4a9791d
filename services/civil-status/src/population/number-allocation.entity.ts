import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { NumberAllocation } from './number-allocation.rules';
import type { NumberedPerson } from './personal-number.rules';
import type { NumberWanted } from './population-database';

@Entity('number_allocation')
@Unique('uq_number_allocation_number', ['number'])
@Check('ck_number_allocation_one', '"number" is null or "refused_for" is null')
export class NumberAllocationEntity implements NumberAllocation {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_number_allocation' })
  readonly dossierCode: string;

  @Column({ type: 'jsonb' })
  readonly person: NumberedPerson;

  @Column({ type: 'jsonb' })
  readonly wanted: NumberWanted;

  @Column({ type: 'integer' })
  readonly attempts: number;

  /** One column and a unique key: a birth record has one number in use, and a number one birth record. */
  @Column({ type: 'text', nullable: true })
  readonly number?: string;

  @Column({ type: 'jsonb' })
  readonly unused: readonly string[];

  @Column({ type: 'jsonb' })
  readonly reported: readonly string[];

  @Column({ name: 'refused_for', type: 'text', nullable: true })
  readonly refusedFor?: string;

  @Column({ type: 'text', nullable: true })
  readonly problem?: string;
}
