import type { DebtRow } from '@lienthong/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A question of a payer to a tax office; what was asked, dossier and number, is not kept. */
@Entity('debt_query')
@Check('ck_debt_query_answered', `("answered_at" is null) = ("rows" is null)`)
export class DebtQuery {
  @PrimaryColumn({ name: 'query_id', type: 'text', primaryKeyConstraintName: 'pk_debt_query' })
  readonly queryId: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'tax_office', type: 'text' })
  readonly taxOffice: string;

  @Column({ name: 'asked_by', type: 'text' })
  readonly askedBy: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  readonly askedAt: Date;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  readonly answeredAt?: Date;

  @Column({ name: 'rows', type: 'jsonb', nullable: true })
  readonly rows?: readonly DebtRow[];
}
