import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What was told: papers that are wanted; of money a notice, its successor, its end, that it falls due, and what is left of it (L §4.8). */
export type CitizenEvent = 'supplement' | 'notice' | 'amended' | 'withdrawn' | 'reminder' | 'remainder';

/** What the citizen is told by SMS; one for each dossier, event, version of it, and recipient (L §4.8). */
@Entity('citizen_notice')
@Index('ix_citizen_notice_dossier', ['dossierCode', 'toldAt'])
@Check(
  'ck_citizen_notice_event',
  `"event" in ('supplement', 'notice', 'amended', 'withdrawn', 'reminder', 'remainder')`,
)
export class CitizenNoticeEntity {
  /** <dossier>|<event>|<version>|<recipient> */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_citizen_notice' })
  readonly key: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ type: 'text' })
  readonly event: CitizenEvent;

  /** Who filed it, of progress; the payer, of money, by side and place among the parties: never a number of a person. */
  @Column({ type: 'text' })
  readonly recipient: string;

  /** Absent where that person left none: the desk calls in another way. */
  @Column({ type: 'text', nullable: true })
  readonly phone?: string;

  @Column({ type: 'text' })
  readonly text: string;

  @Column({ name: 'told_at', type: 'timestamptz' })
  readonly toldAt: Date;
}
