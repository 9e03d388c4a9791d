import type { SlipFault, TransferSlipSentV2 } from '@lienthong/contracts';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** What became of a slip at the tax office, as far as the land office was told. */
export type SentSlipState = 'sent' | 'received' | 'returned' | 'completion-wanted' | 'replaced' | 'withdrawn';

/** A slip as it was signed and sent; a later version never overwrites an earlier one. */
@Entity('sent_slip')
@Unique('uq_sent_slip_submission', ['dossierCode', 'submission'])
@Check(
  'ck_sent_slip_state',
  `"state" in ('sent', 'received', 'returned', 'completion-wanted', 'replaced', 'withdrawn')`,
)
export class SentSlip {
  @PrimaryColumn({ name: 'slip_id', type: 'text', primaryKeyConstraintName: 'pk_sent_slip' })
  readonly slipId: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ type: 'integer' })
  readonly submission: number;

  @Column({ type: 'text' })
  readonly state: SentSlipState;

  @Column({ type: 'jsonb' })
  readonly content: TransferSlipSentV2;

  @Column({ name: 'sent_at', type: 'timestamptz' })
  readonly sentAt: Date;

  /** When the tax office answered last. */
  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  readonly answeredAt?: Date;

  @Column({ type: 'jsonb' })
  readonly faults: readonly SlipFault[];

  /** Last day of the land office's answer to a request for completion (M13). */
  @Column({ name: 'answer_by', type: 'date', nullable: true })
  readonly answerBy?: string;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  readonly endedAt?: Date;

  /** Why it was withdrawn. */
  @Column({ type: 'text', nullable: true })
  readonly reason?: string;
}
