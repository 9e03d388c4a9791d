import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that has to be looked at when its time has come; without `dueAt` there is nothing to wait for any more. */
@Entity('timer')
@Index('ix_timer_due', ['dueAt'], { where: '"due_at" is not null' })
@Check('ck_timer_attempts', '"attempts" >= 0')
export class Timer {
  /** `<kind>|<subject>`: one timer of a kind for each subject. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_timer' })
  readonly key: string;

  @Column({ type: 'text' })
  readonly kind: string;

  @Column({ type: 'text' })
  readonly subject: string;

  @Column({ name: 'due_at', type: 'timestamptz', nullable: true })
  readonly dueAt?: Date;

  /** How often it was woken since it was set. */
  @Column({ type: 'integer' })
  readonly attempts: number;
}
