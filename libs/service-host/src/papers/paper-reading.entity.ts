import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who had a paper with personal data printed, and when; only ever added to. */
@Entity('paper_reading')
@Index('ix_paper_reading_key', ['key', 'readAt', 'id'])
export class PaperReading {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_paper_reading' })
  readonly id: string;

  /** What was printed: `transfer-slip`, `notice` … */
  @Column({ type: 'text' })
  readonly paper: string;

  /** Dossier code, number or reference by which the paper is known. */
  @Column({ type: 'text' })
  readonly key: string;

  /** The office whose paper it is. */
  @Column({ type: 'text' })
  readonly office: string;

  @Column({ name: 'read_by', type: 'text' })
  readonly readBy: string;

  @Column({ name: 'read_at', type: 'timestamptz' })
  readonly readAt: Date;
}
