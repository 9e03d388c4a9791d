import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { StepPolicyKind } from '../service-definition';

/** What the agency's leader decided about one step; without a row the default of the service holds. */
@Entity('step_policy')
@Check('step_policy_policy', `policy in ('manual', 'automatic-when-clean')`)
export class StepPolicy {
  @PrimaryColumn({ name: 'step', type: 'text', primaryKeyConstraintName: 'step_policy_pkey' })
  readonly step: string;

  @Column({ name: 'policy', type: 'text' })
  readonly policy: StepPolicyKind;

  @Column({ name: 'changed_by', type: 'text' })
  readonly changedBy: string;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  readonly changedAt: Date;
}
