import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a member holds of a chain: how often it passed, and what it brought. */
@Entity('bench_state')
export class BenchState {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_bench_state' })
  readonly key: string;

  @Column({ type: 'text' })
  readonly chain: string;

  @Column({ type: 'integer' })
  readonly visits: number;

  @Column({ type: 'integer' })
  readonly amount: number;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  readonly updatedAt: Date;
}
