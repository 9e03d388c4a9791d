import type { VoucherPayer } from '@lienthong/contracts';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { PaymentOrder } from './payment-order.state';

@Entity('payment_order')
@Unique('uq_payment_order_number', ['orderedBy', 'orderNumber'])
@Check('ck_payment_order_state', `"state" in ('pending', 'done', 'failed')`)
@Check('ck_payment_order_answered', `("state" = 'pending') = ("answered_at" is null)`)
@Check('ck_payment_order_failed', `("state" = 'failed') = ("reason" is not null)`)
export class PaymentOrderRow implements PaymentOrder {
  @PrimaryColumn({ name: 'reference', type: 'text', primaryKeyConstraintName: 'pk_payment_order' })
  readonly reference: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'ordered_by', type: 'text' })
  readonly orderedBy: string;

  @Column({ name: 'order_number', type: 'text' })
  readonly orderNumber: string;

  @Column({ name: 'payable_item_ids', type: 'jsonb' })
  readonly payableItemIds: readonly string[];

  @Column({ name: 'payer', type: 'jsonb' })
  readonly payer: VoucherPayer;

  @Column({ name: 'received_at', type: 'timestamptz' })
  readonly receivedAt: Date;

  @Column({ name: 'answer_by', type: 'timestamptz' })
  readonly answerBy: Date;

  @Column({ name: 'state', type: 'text' })
  readonly state: PaymentOrder['state'];

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  readonly answeredAt?: Date;

  @Column({ name: 'reason', type: 'text', nullable: true })
  readonly reason?: string;
}
