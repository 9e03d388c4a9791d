import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the citizen is told by SMS; one for each dossier, event, version of it, and recipient (L §4.8). */
@Entity('citizen_notice')
@Index('ix_citizen_notice_dossier', ['dossierCode', 'toldAt'])
@Check('ck_citizen_notice_event', `"event" in ('supplement', 'remainder')`)
export class CitizenNoticeEntity {
  /** <dossier>|<event>|<version>|<recipient> */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_citizen_notice' })
  readonly key: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ type: 'text' })
  readonly event: 'supplement' | 'remainder';

  @Column({ type: 'text' })
  readonly recipient: 'submitter' | 'payer';

  /** Absent where the recipient left none: the desk calls in another way. */
  @Column({ type: 'text', nullable: true })
  readonly phone?: string;

  @Column({ type: 'text' })
  readonly text: string;

  @Column({ name: 'told_at', type: 'timestamptz' })
  readonly toldAt: Date;
}
