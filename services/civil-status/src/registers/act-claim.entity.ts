import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which dossier has a child at a commune, or a deceased person anywhere; the key is unique, so the second finds the first. */
@Entity('act_claim')
export class ActClaimEntity {
  /** `birth|<office>|<child key>`, `death|number|…`, `death|person|…`: a death may hold two. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_act_claim' })
  readonly key: string;

  /** Absent once that dossier has ended without an act. */
  @Column({ name: 'dossier_code', type: 'text', nullable: true })
  readonly dossierCode?: string;
}
