import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ComparedScan } from './scan-agreement.rules';

/** A question to the land office for scans of a dossier, and what came (M18). */
@Entity('scan_request')
@Index('ix_scan_request_dossier', ['dossierCode', 'askedAt'])
export class ScanRequest {
  @PrimaryColumn({ name: 'request_id', type: 'text', primaryKeyConstraintName: 'pk_scan_request' })
  readonly requestId: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ type: 'jsonb' })
  readonly papers: readonly string[];

  @Column({ name: 'asked_by', type: 'text' })
  readonly askedBy: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  readonly askedAt: Date;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  readonly answeredAt?: Date;

  @Column({ type: 'jsonb' })
  readonly scans: readonly ComparedScan[];

  @Column({ type: 'jsonb' })
  readonly missing: readonly string[];
}
