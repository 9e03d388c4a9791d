import type { PaymentFault } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CorrectionRequest, Investigation, InvestigationAnswer } from './investigation.state';

@Entity('payment_investigation')
@Index('ix_payment_investigation_office_state', ['office', 'state', 'openedAt'])
@Index('ix_payment_investigation_reference', ['reference'])
@Check('ck_payment_investigation_state', `"state" in ('open', 'requested', 'answered')`)
@Check('ck_payment_investigation_opened_by', `"opened_by" in ('treasury', 'tax')`)
@Check('ck_payment_investigation_requested', `("state" = 'open') <= ("request" is null)`)
@Check('ck_payment_investigation_answered', `("state" = 'answered') = ("answer" is not null)`)
export class InvestigationRow implements Investigation {
  @PrimaryColumn({ name: 'id', type: 'text', primaryKeyConstraintName: 'pk_payment_investigation' })
  readonly id: string;

  @Column({ name: 'reference', type: 'text' })
  readonly reference: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'opened_by', type: 'text' })
  readonly openedBy: 'treasury' | 'tax';

  @Column({ name: 'opened_on', type: 'date' })
  readonly openedOn: string;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  readonly openedAt: Date;

  @Column({ name: 'faults', type: 'jsonb' })
  readonly faults: readonly PaymentFault[];

  @Column({ name: 'tax_office', type: 'text' })
  readonly taxOffice: string;

  @Column({ name: 'request_by', type: 'date' })
  readonly requestBy: string;

  @Column({ name: 'answer_by', type: 'date' })
  readonly answerBy: string;

  @Column({ name: 'state', type: 'text' })
  readonly state: Investigation['state'];

  @Column({ name: 'request', type: 'jsonb', nullable: true })
  readonly request?: CorrectionRequest;

  @Column({ name: 'answer', type: 'jsonb', nullable: true })
  readonly answer?: InvestigationAnswer;
}
