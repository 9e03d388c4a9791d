import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Amounts, Comparison, Reconciliation } from './reconciliation.state';

@Entity('day_reconciliation')
@Index('ix_day_reconciliation_day', ['office', 'date'])
@Check('ck_day_reconciliation_state', `"state" in ('waiting', 'matched', 'differs')`)
@Check('ck_day_reconciliation_told_by', `"told_by" in ('collecting-bank', 'tax')`)
@Check('ck_day_reconciliation_compared', `("state" = 'waiting') = ("comparison" is null)`)
export class ReconciliationRow implements Reconciliation {
  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'pk_day_reconciliation' })
  readonly key: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'told_by', type: 'text' })
  readonly toldBy: Reconciliation['toldBy'];

  @Column({ name: 'side', type: 'text' })
  readonly side: string;

  @Column({ name: 'date', type: 'date' })
  readonly date: string;

  @Column({ name: 'run', type: 'integer' })
  readonly run: number;

  @Column({ name: 'parts', type: 'integer' })
  readonly parts: number;

  @Column({ name: 'received_parts', type: 'jsonb' })
  readonly receivedParts: readonly number[];

  @Column({ name: 'count', type: 'integer' })
  readonly count: number;

  @Column({ name: 'total_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly totalDong: string;

  @Column({ name: 'told', type: 'jsonb' })
  readonly told: Amounts;

  @Column({ name: 'state', type: 'text' })
  readonly state: Reconciliation['state'];

  @Column({ name: 'comparison', type: 'jsonb', nullable: true })
  readonly comparison?: Comparison;
}
