import type { CorrectedLine } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { OwnedLine } from '../ledger/ledger.rules';
import type { Adjustment } from './adjustment.state';

@Entity('booking_adjustment')
@Index('ix_booking_adjustment_office_state', ['office', 'state', 'proposedAt'])
@Index('ix_booking_adjustment_reference', ['reference'])
@Check('ck_booking_adjustment_kind', `"kind" in ('reversed', 'corrected')`)
@Check('ck_booking_adjustment_state', `"state" in ('proposed', 'confirmed', 'dropped')`)
@Check('ck_booking_adjustment_two_persons', `"decided_by" is distinct from "proposed_by" or "state" = 'dropped'`)
@Check('ck_booking_adjustment_decided', `("state" = 'proposed') = ("decided_by" is null)`)
@Check('ck_booking_adjustment_entry', `("state" = 'confirmed') = ("entry_number" is not null)`)
export class AdjustmentRow implements Adjustment {
  @PrimaryColumn({ name: 'id', type: 'text', primaryKeyConstraintName: 'pk_booking_adjustment' })
  readonly id: string;

  @Column({ name: 'reference', type: 'text' })
  readonly reference: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'kind', type: 'text' })
  readonly kind: Adjustment['kind'];

  @Column({ name: 'state', type: 'text' })
  readonly state: Adjustment['state'];

  @Column({ name: 'reason', type: 'text' })
  readonly reason: string;

  @Column({ name: 'proposed_by', type: 'text' })
  readonly proposedBy: string;

  @Column({ name: 'proposed_at', type: 'timestamptz' })
  readonly proposedAt: Date;

  @Column({ name: 'wanted', type: 'jsonb' })
  readonly wanted: readonly CorrectedLine[];

  @Column({ name: 'investigation_id', type: 'text', nullable: true })
  readonly investigationId?: string;

  @Column({ name: 'decided_by', type: 'text', nullable: true })
  readonly decidedBy?: string;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  readonly decidedAt?: Date;

  @Column({ name: 'entry_number', type: 'text', nullable: true })
  readonly entryNumber?: string;

  @Column({ name: 'booked_on', type: 'date', nullable: true })
  readonly bookedOn?: string;

  @Column({ name: 'lines_before', type: 'jsonb', nullable: true })
  readonly linesBefore?: readonly OwnedLine[];

  @Column({ name: 'lines', type: 'jsonb', nullable: true })
  readonly lines?: readonly OwnedLine[];
}
