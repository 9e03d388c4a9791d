import type { BirthRecord, HealthCardRequest, Paper, Refusal, Supplement } from '@lienthong/contracts';
import { BranchWorkColumns } from '@lienthong/service-host';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CardRequest, CardRequestState } from './card-request.state';

/** Row of `CardRequest`. */
@Entity('card_request')
@Index('ix_card_request_work', ['office', 'state', 'since', 'dossierCode'])
@Index('ix_card_request_supplement_until', ['supplementUntil'], { where: 'supplement_until is not null' })
@Check('ck_card_request_state', `"state" in ('received', 'supplement-wanted', 'issued', 'refused', 'stopped')`)
@Check('ck_card_request_issued', `("state" = 'issued') = ("card_number" is not null)`)
@Check('ck_card_request_refused', `("state" = 'refused') = ("refusal" is not null)`)
@Check('ck_card_request_supplement', `("state" = 'supplement-wanted') = ("supplement_until" is not null)`)
export class CardRequestRow extends BranchWorkColumns<CardRequestState> implements CardRequest {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_card_request' })
  readonly dossierCode: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  readonly receivedAt: Date;

  @Column({ type: 'jsonb' })
  readonly birth: BirthRecord;

  @Column({ type: 'jsonb' })
  readonly request: HealthCardRequest;

  @Column({ name: 'receipt_number', type: 'text', nullable: true })
  readonly receiptNumber?: string;

  @Column({ type: 'jsonb', nullable: true })
  readonly supplement?: Supplement;

  @Column({ name: 'supplement_until', type: 'date', nullable: true })
  readonly supplementUntil?: string;

  @Column({ type: 'jsonb' })
  readonly papers: readonly Paper[];

  @Column({ name: 'card_number', type: 'text', nullable: true })
  readonly cardNumber?: string;

  @Column({ type: 'jsonb', nullable: true })
  readonly refusal?: Refusal;
}
