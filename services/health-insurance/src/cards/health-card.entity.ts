import type { Sex } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CardEvent, HealthCard } from './health-card.state';

/** Row of `HealthCard`: the personal number is the key, so nobody has two cards, and no two persons have one number. */
@Entity('health_card')
@Index('uq_health_card_number', ['cardNumber'], { unique: true, where: `state <> 'renumbered'` })
@Check('ck_health_card_number', `"card_number" ~ '^([A-Z]{2}[1-5][0-9]{12}|[0-9]{10})$'`)
@Check('ck_health_card_person', `"personal_identification_number" ~ '^[0-9]{12}$'`)
@Check('ck_health_card_state', `"state" in ('active', 'stopped', 'renumbered')`)
@Check('ck_health_card_stopped', `("state" = 'stopped') = ("stopped_by" is not null)`)
export class HealthCardRow implements HealthCard {
  @PrimaryColumn({ name: 'personal_identification_number', type: 'text', primaryKeyConstraintName: 'pk_health_card' })
  readonly personalIdentificationNumber: string;

  @Column({ name: 'card_number', type: 'text' })
  readonly cardNumber: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ type: 'text' })
  readonly name: string;

  @Column({ type: 'text' })
  readonly sex: Sex;

  @Column({ name: 'birth_date', type: 'text' })
  readonly birthDate: string;

  @Column({ name: 'card_group', type: 'text' })
  readonly group: 'child' | 'other';

  @Column({ name: 'issued_on', type: 'date' })
  readonly issuedOn: string;

  @Column({ name: 'valid_from', type: 'date' })
  readonly validFrom: string;

  @Column({ name: 'valid_to', type: 'date' })
  readonly validTo: string;

  @Column({ type: 'text' })
  readonly state: 'active' | 'stopped' | 'renumbered';

  @Column({ name: 'stopped_by', type: 'text', nullable: true })
  readonly stoppedBy?: string;

  @Column({ name: 'dossier_code', type: 'text', nullable: true })
  readonly dossierCode?: string;

  @Column({ type: 'jsonb' })
  readonly events: readonly CardEvent[];
}
