import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { OverdueFinding } from '@lienthong/contracts';

/** What a land office answered to one overdue list (M24, F25). */
@Entity('overdue_review')
@Index('ix_overdue_review_dossier', ['dossierCode', 'reviewedAt'])
export class OverdueReview {
  /** The message that brought the list. */
  @PrimaryColumn({ name: 'list_id', type: 'text', primaryKeyConstraintName: 'pk_overdue_review' })
  readonly messageId: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ name: 'finding', type: 'text' })
  readonly finding: OverdueFinding;

  @Column({ name: 'reason', type: 'text' })
  readonly reason: string;

  @Column({ name: 'reviewed_at', type: 'timestamptz' })
  readonly reviewedAt: Date;
}
