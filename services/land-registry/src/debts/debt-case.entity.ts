import type { ReopenedItem } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Money that is owed again although its certificate is signed: the certificate stands, the debt is followed up (F16). */
@Entity('debt_case')
@Index('ix_debt_case_open', ['office', 'raisedAt', 'key'], { where: '"settled_on" is null' })
@Index('ix_debt_case_dossier', ['dossierCode'])
@Check('ck_debt_case_remainder', `"remainder_dong" > 0`)
export class DebtCaseEntity {
  /** The message that took the fulfilment back: one case for each. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_debt_case' })
  readonly key: string;

  @Column({ name: 'dossier_code', type: 'text' })
  readonly dossierCode: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ name: 'certificate_serial', type: 'text' })
  readonly certificateSerial: string;

  @Column({ type: 'text' })
  readonly cause: string;

  @Column({ type: 'jsonb' })
  readonly items: readonly ReopenedItem[];

  @Column({ name: 'remainder_dong', type: 'numeric', precision: 18, scale: 0 })
  readonly remainderDong: string;

  @Column({ name: 'raised_at', type: 'timestamptz' })
  readonly raisedAt: Date;

  @Column({ name: 'settled_on', type: 'date', nullable: true })
  readonly settledOn?: string;
}
