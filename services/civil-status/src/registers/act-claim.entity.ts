import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which dossier has a child or a deceased person at a commune; the key is unique, so the second declaration finds the first. */
@Entity('act_claim')
export class ActClaimEntity {
  /** `<kind>|<office>|<person key>` */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_act_claim' })
  readonly key: string;

  /** Absent once that dossier has ended without an act. */
  @Column({ name: 'dossier_code', type: 'text', nullable: true })
  readonly dossierCode?: string;
}
