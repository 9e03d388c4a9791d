import type { NationalStateCode } from '@lienthong/procedures';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A dossier of the national interlinked software, as this desk has taken it. */
@Entity('interlinked_dossier')
@Index('ix_interlinked_dossier_open', ['code'], { where: '"closed_at" is null' })
@Check('ck_interlinked_dossier_told', '"told" >= 0')
@Check('ck_interlinked_dossier_why', '"dossier_code" is not null or "reason" is not null')
export class InterlinkedDossierEntity {
  /** Its code there (maHoSo). */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_interlinked_dossier' })
  readonly code: string;

  /** Our dossier; absent while the declaration has faults, or where it is none of ours. */
  @Column({ name: 'dossier_code', type: 'text', nullable: true })
  readonly dossierCode?: string;

  /** The states it was in before it became a dossier of ours; from then on the dossier's own count. */
  @Column({ type: 'jsonb' })
  readonly states: readonly NationalStateCode[];

  /** How many of the states were told. */
  @Column({ type: 'integer' })
  readonly told: number;

  @Column({ type: 'text', nullable: true })
  readonly reason?: string;

  /** Names of wrong fields as they came; no value is kept. */
  @Column({ name: 'bad_fields', type: 'jsonb' })
  readonly badFields: readonly string[];

  @Column({ name: 'received_at', type: 'timestamptz' })
  readonly receivedAt: Date;

  /** It has ended and all was told. */
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  readonly closedAt?: Date;
}
