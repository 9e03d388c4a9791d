import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A question of a tax office for scans of a dossier (M18); answered once. */
@Entity('scan_request')
@Index('ix_scan_request_open', ['askedAt'], { where: '"answered_at" is null' })
export class ScanRequestEntity {
  @PrimaryColumn({ name: 'request_id', type: 'text', primaryKeyConstraintName: 'pk_scan_request' })
  readonly requestId: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ name: 'tax_office', type: 'text' })
  readonly taxOffice: string;

  @Column({ type: 'jsonb' })
  readonly papers: readonly string[];

  /** The message that asked. */
  @Column({ name: 'message_id', type: 'text' })
  readonly messageId: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  readonly askedAt: Date;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  readonly answeredAt?: Date;
}
