import type { NationalStateCode } from '@lienthong/procedures';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { DossierChange } from './dossier.state';

/** History of the dossiers; a trigger refuses to change or delete a line. */
@Entity('dossier_change')
@Unique('uq_dossier_change_number', ['dossierCode', 'number'])
@Check('ck_dossier_change_kind', `"kind" in ('state', 'progress')`)
@Check('ck_dossier_change_state', `"state" between 1 and 10`)
@Check('ck_dossier_change_number', `"number" >= 1`)
export class DossierChangeEntity implements DossierChange {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_dossier_change' })
  readonly key: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ type: 'integer' })
  readonly number: number;

  @Column({ type: 'text' })
  readonly kind: 'state' | 'progress';

  @Column({ type: 'smallint' })
  readonly state: NationalStateCode;

  @Column({ type: 'timestamptz' })
  readonly at: Date;

  @Column({ type: 'text' })
  readonly by: string;

  @Column({ name: 'message_id', type: 'uuid', nullable: true })
  readonly messageId?: string;

  @Column({ name: 'rule_version', type: 'text' })
  readonly ruleVersion: string;

  @Column({ type: 'text', nullable: true })
  readonly reason?: string;
}
