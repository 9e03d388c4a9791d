import type { SlipFault } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** M13: an accepted slip that was sent back to be completed or corrected, and when the answer came (F4). */
@Entity('completion_request')
@Check('ck_completion_request_answered', `("answered_at" is null) = ("answered_by" is null)`)
@Index('ix_completion_request_dossier', ['dossierCode'])
export class CompletionRequest {
  /** The slip that is to be completed; it is asked for once. */
  @PrimaryColumn({ name: 'slip_id', type: 'text', primaryKeyConstraintName: 'pk_completion_request' })
  readonly slipId: string;

  @Column({ name: 'request_id', type: 'text' })
  readonly requestId: string;

  @Column({ name: 'request_number', type: 'text' })
  readonly requestNumber: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'faults', type: 'jsonb' })
  readonly faults: readonly SlipFault[];

  @Column({ name: 'requested_at', type: 'timestamptz' })
  readonly requestedAt: Date;

  @Column({ name: 'requested_by', type: 'text' })
  readonly requestedBy: string;

  /** Last day on which the office should have asked (T10). */
  @Column({ name: 'ask_by', type: 'date', nullable: true })
  readonly askBy?: string;

  /** Last day of the answer (T11). */
  @Column({ name: 'answer_by', type: 'date', nullable: true })
  readonly answerBy?: string;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  readonly answeredAt?: Date;

  /** The slip that came as the answer (M14). */
  @Column({ name: 'answered_by', type: 'text', nullable: true })
  readonly answeredBy?: string;
}
