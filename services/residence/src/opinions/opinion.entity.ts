import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What was answered. */
export interface OpinionAnswer {
  readonly opinion: 'agreed' | 'not-agreed';
  readonly text: string;
  readonly givenBy: string;
  readonly givenAt: string;
}

/** A question of another agency, and our opinion (lấy ý kiến phối hợp). */
@Entity('opinion')
@Index('ix_opinion_work', ['office', 'state', 'since', 'key'])
@Check('ck_opinion_state', `"state" in ('asked', 'given')`)
@Check('ck_opinion_given', `("state" = 'given') = ("answer" is not null)`)
export class OpinionRow {
  /** `<dossier code>~<branch>` of the first question of a branch, with `~2`, `~3` of the later ones. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_opinion' })
  readonly key: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ name: 'sub_dossier_code', type: 'text' })
  readonly subDossierCode: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ name: 'asked_by', type: 'text' })
  readonly askedBy: string;

  @Column({ type: 'text' })
  readonly state: 'asked' | 'given';

  @Column({ name: 'due_at', type: 'timestamptz' })
  readonly dueAt: Date;

  @Column({ type: 'timestamptz' })
  readonly since: Date;

  @Column({ type: 'text' })
  readonly question: string;

  @Column({ type: 'jsonb', nullable: true })
  readonly answer?: OpinionAnswer;

  @Column({ name: 'work_message_id', type: 'text' })
  readonly workMessageId: string;
}
