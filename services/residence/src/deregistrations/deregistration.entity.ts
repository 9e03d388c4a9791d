import type { DeathRecord } from '@lienthong/contracts';
import { BranchWorkColumns } from '@lienthong/service-host';
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
export class DeregistrationRow extends BranchWorkColumns<DeregistrationState> implements Deregistration {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_deregistration' })
  readonly dossierCode: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  readonly receivedAt: Date;

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
}
