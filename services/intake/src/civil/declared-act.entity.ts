import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which dossier declares a birth or death; two submissions of one act at once collide on the key, and the later one looks again. */
@Entity('declared_act')
export class DeclaredActEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_declared_act' })
  readonly key: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;
}
