import type { Change, DeathRecord } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Deregistration, DeregistrationState } from './deregistration.state';

/** Row of `Deregistration`. */
@Entity('deregistration')
@Index('ix_deregistration_work', ['office', 'state', 'since', 'dossierCode'])
@Index('ix_deregistration_forwarded', ['since'], { where: `state = 'forwarded'` })
@Index('ix_deregistration_revoked', ['dossierCode'], {
  where: `state = 'revoked' and province_code is not null and province_told_at is null`,
})
@Check(
  'ck_deregistration_state',
  `"state" in ('received', 'forwarded', 'deregistered', 'nothing-to-delete', 'stopped', 'revoked')`,
)
@Check('ck_deregistration_forwarded', `"state" <> 'forwarded' or "province_code" is not null`)
@Check('ck_deregistration_ended', `"state" <> 'deregistered' or "ended_on" is not null`)
export class DeregistrationRow implements Deregistration {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_deregistration' })
  readonly dossierCode: string;

  @Column({ name: 'sub_dossier_code', type: 'text' })
  readonly subDossierCode: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ name: 'asked_by', type: 'text' })
  readonly askedBy: string;

  @Column({ type: 'text' })
  readonly state: DeregistrationState;

  @Column({ name: 'due_at', type: 'timestamptz' })
  readonly dueAt: Date;

  @Column({ name: 'received_at', type: 'timestamptz' })
  readonly receivedAt: Date;

  @Column({ type: 'timestamptz' })
  readonly since: Date;

  @Column({ type: 'jsonb' })
  readonly death: DeathRecord;

  @Column({ name: 'province_code', type: 'text', nullable: true })
  readonly provinceCode?: string;

  @Column({ name: 'province_told_at', type: 'timestamptz', nullable: true })
  readonly provinceToldAt?: Date;

  @Column({ name: 'ended_on', type: 'date', nullable: true })
  readonly endedOn?: string;

  @Column({ name: 'notice_number', type: 'text', nullable: true })
  readonly noticeNumber?: string;

  @Column({ name: 'work_message_id', type: 'text' })
  readonly workMessageId: string;

  @Column({ type: 'jsonb' })
  readonly history: readonly Change[];
}
