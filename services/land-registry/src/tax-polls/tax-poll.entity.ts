import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a tax office was asked about a dossier whose answer is overdue (M16, M17). */
@Entity('tax_poll')
@Check('ck_tax_poll_asked', `"asked" >= 1`)
export class TaxPollEntity {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_tax_poll' })
  readonly dossierCode: string;

  /** Of the last question. */
  @Column({ name: 'request_id', type: 'text' })
  readonly requestId: string;

  /** What was overdue: another answer is asked for anew. */
  @Column({ name: 'answer_due_at', type: 'timestamptz' })
  readonly answerDueAt: Date;

  @Column({ type: 'integer' })
  readonly asked: number;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  readonly askedAt: Date;
}
