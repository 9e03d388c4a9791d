import type { RevenueBookedCopyV1 } from '@lienthong/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of what the treasury booked, kept for information; it releases nothing (M41). */
@Entity('revenue_copy')
export class RevenueCopyEntity {
  @PrimaryColumn({ name: 'confirmation_id', type: 'text', primaryKeyConstraintName: 'pk_revenue_copy' })
  readonly confirmationId: string;

  @Column({ type: 'text' })
  readonly reference: string;

  @Column({ type: 'jsonb' })
  readonly content: RevenueBookedCopyV1;

  @Column({ name: 'received_at', type: 'timestamptz' })
  readonly receivedAt: Date;
}
