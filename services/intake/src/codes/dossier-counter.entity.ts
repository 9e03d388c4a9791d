import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row per unit and day, locked while a number is drawn: the number commits with the dossier or not at all. */
@Entity('dossier_counter')
@Check('ck_dossier_counter_last', `"last" >= 1`)
export class DossierCounterEntity {
  /** <unit code>|<day> */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_dossier_counter' })
  readonly key: string;

  @Column({ type: 'integer' })
  readonly last: number;
}
