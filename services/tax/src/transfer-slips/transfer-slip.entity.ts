import type { SlipFault, TransferSlipSentV2, TransferSlipWithdrawnV1 } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A slip as it came, with the answer it got; kept for good, also when it was returned (F27). */
@Entity('transfer_slip')
@Index('ix_transfer_slip_dossier', ['dossierCode'])
@Check('ck_transfer_slip_withdrawn', `("withdrawn_at" is null) = ("withdrawal" is null)`)
@Check('ck_transfer_slip_outcome', `"outcome" in ('received', 'returned')`)
export class TransferSlip {
  @PrimaryColumn({ name: 'slip_id', type: 'text', primaryKeyConstraintName: 'pk_transfer_slip' })
  readonly slipId: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'land_office', type: 'text' })
  readonly landOffice: string;

  /** Id of the message that brought it. */
  @Column({ name: 'message_id', type: 'text' })
  readonly messageId: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  readonly receivedAt: Date;

  @Column({ name: 'outcome', type: 'text' })
  readonly outcome: 'received' | 'returned';

  @Column({ name: 'faults', type: 'jsonb' })
  readonly faults: readonly SlipFault[];

  @Column({ name: 'content', type: 'jsonb' })
  readonly content: TransferSlipSentV2;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  readonly withdrawnAt?: Date;

  /** How the land office took it back (M15). */
  @Column({ name: 'withdrawal', type: 'jsonb', nullable: true })
  readonly withdrawal?: TransferSlipWithdrawnV1;
}
