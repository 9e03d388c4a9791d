import type {
  LateInterestChargedV1,
  OverdueListedV1,
  OverpaymentRecordedV1,
  PaymentNoticesWithdrawnV1,
  TransferSlipAcceptedV1,
} from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

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

  @Column({ name: 'told_at', type: 'timestamptz' })
  readonly toldAt: Date;
}
