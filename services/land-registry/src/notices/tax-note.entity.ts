import type {
  LateInterestChargedV1,
  OverdueFinding,
  OverdueListedV1,
  OverpaymentRecordedV1,
  PaymentNoticesWithdrawnV1,
  TransferSlipAcceptedV1,
} from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export interface OverdueReview {
  readonly finding: OverdueFinding;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** What the tax office told beside notices and fulfilment: kept with the dossier, it releases and blocks nothing. */
@Entity('tax_note')
@Index('ix_tax_note_dossier', ['dossierCode', 'toldAt'])
@Check('ck_tax_note_kind', `"kind" in ('notices-withdrawn', 'overpaid', 'late-interest', 'overdue', 'slip-accepted')`)
export class TaxNoteEntity {
  @PrimaryColumn({ name: 'message_id', type: 'text', primaryKeyConstraintName: 'pk_tax_note' })
  readonly messageId: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ type: 'text' })
  readonly kind: 'notices-withdrawn' | 'overpaid' | 'late-interest' | 'overdue' | 'slip-accepted';

  @Column({ type: 'jsonb' })
  readonly content:
    | PaymentNoticesWithdrawnV1
    | OverpaymentRecordedV1
    | LateInterestChargedV1
    | OverdueListedV1
    | TransferSlipAcceptedV1;

  /** Of an overdue list: what the office found when it reviewed the dossier (F25). */
  @Column({ type: 'jsonb', nullable: true })
  readonly review?: OverdueReview;

  @Column({ name: 'told_at', type: 'timestamptz' })
  readonly toldAt: Date;
}
