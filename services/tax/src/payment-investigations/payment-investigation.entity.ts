import type { CorrectedLine, PaymentFault } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the tax office asked the treasury (C1-07). */
export interface AskedCorrection {
  readonly by: string;
  readonly requestedOn: LocalDate;
  readonly answerBy: LocalDate;
  readonly finding: 'wrong' | 'right';
  readonly lines: readonly CorrectedLine[];
  readonly explanation: string;
}

/** A payment investigation (tra soát, M46) at the tax office. */
@Entity('payment_investigation')
@Index('ix_payment_investigation_open', ['office', 'state', 'requestBy', 'id'])
@Check('ck_payment_investigation_state', `"state" in ('open', 'requested', 'answered')`)
@Check('ck_payment_investigation_opened_by', `"opened_by" in ('treasury', 'tax')`)
@Check('ck_payment_investigation_asked', `("state" = 'open') <= ("asked" is null)`)
@Check('ck_payment_investigation_answered', `("state" = 'answered') = ("outcome" is not null)`)
export class PaymentInvestigation {
  @PrimaryColumn({ name: 'id', type: 'text', primaryKeyConstraintName: 'pk_payment_investigation' })
  readonly id: string;

  @Column({ name: 'reference', type: 'text' })
  readonly reference: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'treasury_office', type: 'text' })
  readonly treasuryOffice: string;

  @Column({ name: 'opened_by', type: 'text' })
  readonly openedBy: 'treasury' | 'tax';

  @Column({ name: 'opened_on', type: 'date' })
  readonly openedOn: string;

  @Column({ name: 'faults', type: 'jsonb' })
  readonly faults: readonly PaymentFault[];

  /** Day by which C1-07 goes to the treasury. */
  @Column({ name: 'request_by', type: 'date' })
  readonly requestBy: string;

  @Column({ name: 'answer_by', type: 'date' })
  readonly answerBy: string;

  @Column({ name: 'state', type: 'text' })
  readonly state: 'open' | 'requested' | 'answered';

  /** Id of the message that opened it. */
  @Column({ name: 'cause_id', type: 'text', nullable: true })
  readonly causeId?: string;

  @Column({ name: 'asked', type: 'jsonb', nullable: true })
  readonly asked?: AskedCorrection;

  @Column({ name: 'outcome', type: 'text', nullable: true })
  readonly outcome?: 'done' | 'refused';

  @Column({ name: 'reason', type: 'text', nullable: true })
  readonly reason?: string;

  @Column({ name: 'answered_on', type: 'date', nullable: true })
  readonly answeredOn?: string;
}
