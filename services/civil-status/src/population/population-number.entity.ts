import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One number that the local stand-in for the population database gave; it belongs to the police, not to the registrar. */
@Entity('population_number')
@Index('ix_population_number_dossier', ['dossierCode'])
@Index('ix_population_number_child', ['childKey'])
@Index('ix_population_number_person', ['personKey'], { where: '"person_key" is not null' })
export class PopulationNumberEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_population_number' })
  readonly number: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ name: 'child_key', type: 'text' })
  readonly childKey: string;

  @Column({ name: 'person_key', type: 'text', nullable: true })
  readonly personKey?: string;

  /** From when on it is answered with. */
  @Column({ name: 'shown_at', type: 'timestamptz' })
  readonly shownAt: Date;

  /** The registrar said that it is not in use. */
  @Column({ type: 'boolean' })
  readonly unused: boolean;
}
