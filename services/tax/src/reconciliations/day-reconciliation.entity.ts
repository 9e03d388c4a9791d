import type { DayReconciledV1 } from '@lienthong/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the treasury answered about a day; the answer of a later run takes the place of the earlier one. */
@Entity('day_reconciliation')
export class DayReconciliation {
  /** `<office>|<treasury code>|<date>`. */
  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'pk_day_reconciliation' })
  readonly key: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'answer', type: 'jsonb' })
  readonly answer: DayReconciledV1;
}
