import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Why somebody has to look: an agency is late, a message could not be taken, or the supervisor is alarmed. */
export type TaskKind = 'late' | 'officer-task' | 'alarm';

@Entity('desk_task')
@Index('ix_desk_task_open', ['office', 'kind', 'since', 'id'], { where: '"closed_at" is null' })
@Check('ck_desk_task_kind', `"kind" in ('late', 'officer-task', 'alarm')`)
export class DeskTaskEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_desk_task' })
  readonly id: string;

  @Column({ type: 'text' })
  readonly kind: TaskKind;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ type: 'text', nullable: true })
  readonly branch?: string;

  @Column({ type: 'text' })
  readonly text: string;

  @Column({ type: 'timestamptz' })
  readonly since: Date;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  readonly closedAt?: Date;

  @Column({ name: 'closed_by', type: 'text', nullable: true })
  readonly closedBy?: string;
}
