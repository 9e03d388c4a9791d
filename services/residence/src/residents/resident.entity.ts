import type { Relation, Sex } from '@lienthong/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Resident, ResidenceEvent } from './resident.state';

/** Row of `Resident`: the number is the key, so a person has one permanent residence. */
@Entity('resident')
@Check('ck_resident_number', `"personal_identification_number" ~ '^[0-9]{12}$'`)
@Check('ck_resident_state', `"state" in ('active', 'ended', 'renumbered')`)
@Check('ck_resident_ended', `("state" = 'ended') = ("ended_on" is not null)`)
export class ResidentRow implements Resident {
  @PrimaryColumn({ name: 'personal_identification_number', type: 'text', primaryKeyConstraintName: 'pk_resident' })
  readonly personalIdentificationNumber: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ name: 'commune_code', type: 'text' })
  readonly communeCode: string;

  @Column({ type: 'text' })
  readonly name: string;

  @Column({ type: 'text' })
  readonly sex: Sex;

  @Column({ name: 'birth_date', type: 'text' })
  readonly birthDate: string;

  @Column({ type: 'text' })
  readonly address: string;

  @Column({ name: 'household_head_name', type: 'text' })
  readonly householdHeadName: string;

  @Column({ name: 'household_head_number', type: 'text', nullable: true })
  readonly householdHeadNumber?: string;

  @Column({ type: 'text', nullable: true })
  readonly relation?: Relation;

  @Column({ name: 'registered_on', type: 'date' })
  readonly registeredOn: string;

  @Column({ name: 'notice_number', type: 'text', nullable: true })
  readonly noticeNumber?: string;

  @Column({ name: 'dossier_code', type: 'text', nullable: true })
  readonly dossierCode?: string;

  @Column({ type: 'text' })
  readonly state: 'active' | 'ended' | 'renumbered';

  @Column({ name: 'ended_on', type: 'date', nullable: true })
  readonly endedOn?: string;

  @Column({ name: 'ended_by', type: 'text', nullable: true })
  readonly endedBy?: string;

  @Column({ type: 'jsonb' })
  readonly events: readonly ResidenceEvent[];
}
