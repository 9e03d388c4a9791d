import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The funeral allowance of a person: paid once. */
@Entity('funeral_allowance')
@Check('ck_funeral_allowance_person', `"personal_identification_number" ~ '^[0-9]{12}$'`)
@Check('ck_funeral_allowance_amount', `"amount_dong" > 0`)
@Check('ck_funeral_allowance_state', `"state" in ('paid', 'recovery', 'recovered')`)
export class FuneralAllowanceRow {
  @PrimaryColumn({
    name: 'personal_identification_number',
    type: 'text',
    primaryKeyConstraintName: 'pk_funeral_allowance',
  })
  readonly personalIdentificationNumber: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ name: 'amount_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly amountDong: string;

  @Column({ name: 'paid_on', type: 'date' })
  readonly paidOn: string;

  @Column({ name: 'decision_number', type: 'text' })
  readonly decisionNumber: string;

  /** `recovery`: the death was revoked, the money is claimed back; `recovered`: it is back, so one may be paid again. */
  @Column({ type: 'text' })
  readonly state: 'paid' | 'recovery' | 'recovered';

  @Column({ name: 'paid_by', type: 'text' })
  readonly paidBy: string;
}

/** A question of social protection about the funeral allowance of a person. */
@Entity('allowance_question')
@Index('ix_allowance_question_work', ['office', 'state', 'since', 'dossierCode'])
@Index('ix_allowance_question_person', ['personalIdentificationNumber'])
@Check('ck_allowance_question_state', `"state" in ('asked', 'told', 'revoked')`)
export class AllowanceQuestionRow {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_allowance_question' })
  readonly dossierCode: string;

  @Column({ name: 'sub_dossier_code', type: 'text' })
  readonly subDossierCode: string;

  @Column({ type: 'text' })
  readonly office: string;

  /** The office of social-protection that asked. */
  @Column({ name: 'asked_by', type: 'text' })
  readonly askedBy: string;

  @Column({ type: 'text' })
  readonly state: 'asked' | 'told' | 'revoked';

  @Column({ type: 'timestamptz' })
  readonly since: Date;

  @Column({ name: 'personal_identification_number', type: 'text' })
  readonly personalIdentificationNumber: string;

  @Column({ name: 'died_on', type: 'date' })
  readonly diedOn: string;

  @Column({ name: 'work_message_id', type: 'text' })
  readonly workMessageId: string;
}
