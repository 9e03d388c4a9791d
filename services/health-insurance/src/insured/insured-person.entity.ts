import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What social insurance pays for a person, or would pay for the funeral. */
@Entity('insured_person')
@Check('ck_insured_person_number', `"personal_identification_number" ~ '^[0-9]{12}$'`)
@Check('ck_insured_person_pension', `"pension" in ('none', 'paid', 'stopped')`)
@Check('ck_insured_person_stopped', `("pension" = 'stopped') = ("stopped_by" is not null)`)
export class InsuredPersonRow {
  @PrimaryColumn({
    name: 'personal_identification_number',
    type: 'text',
    primaryKeyConstraintName: 'pk_insured_person',
  })
  readonly personalIdentificationNumber: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ type: 'text' })
  readonly name: string;

  @Column({ type: 'text' })
  readonly pension: 'none' | 'paid' | 'stopped';

  /** The chain of the death that stopped the pension. */
  @Column({ name: 'stopped_by', type: 'text', nullable: true })
  readonly stoppedBy?: string;

  /** Whether a funeral allowance is due by the person's contributions; that is decided elsewhere and only recorded here. */
  @Column({ name: 'funeral_allowance', type: 'boolean' })
  readonly funeralAllowance: boolean;
}
