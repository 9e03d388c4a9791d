import type { BirthDeclaration, BirthRecord, DeathDeclaration, DeathRecord } from '@lienthong/contracts';
import type { Outcome, ProcedureInstance } from '@lienthong/procedures';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BranchFile, ChainChange, ChainKind, ChainStatus, CivilChain } from './civil-chain.state';

@Entity('civil_chain')
@Unique('uq_civil_chain_document_number', ['documentNumber'])
@Index('ix_civil_chain_work', ['office', 'status', 'since', 'dossierCode'])
@Check(
  'ck_civil_chain_kind',
  `("kind" = 'birth') = ("birth" is not null) and ("kind" = 'death') = ("death" is not null)`,
)
@Check(
  'ck_civil_chain_status',
  `"status" in ('received', 'registering', 'drafted', 'running', 'concluded', 'handed-over', 'stopped', 'refused')`,
)
@Check(
  'ck_civil_chain_registered',
  `"status" not in ('running', 'concluded', 'handed-over') or coalesce("birth_record", "death_record") is not null`,
)
export class CivilChainEntity implements CivilChain {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_civil_chain' })
  readonly dossierCode: string;

  @Column({ type: 'text' })
  readonly kind: ChainKind;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ type: 'text' })
  readonly status: ChainStatus;

  @Column({ name: 'intake_office', type: 'text' })
  readonly intakeOffice: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  readonly receivedAt: Date;

  @Column({ name: 'appointment_at', type: 'timestamptz' })
  readonly appointmentAt: Date;

  @Column({ type: 'jsonb', nullable: true })
  readonly birth?: BirthDeclaration;

  @Column({ type: 'jsonb', nullable: true })
  readonly death?: DeathDeclaration;

  @Column({ name: 'person_key', type: 'text' })
  readonly personKey: string;

  @Column({ type: 'jsonb' })
  readonly instance: ProcedureInstance;

  @Column({ type: 'jsonb' })
  readonly branches: Readonly<Record<string, BranchFile>>;

  @Column({ type: 'jsonb' })
  readonly flags: readonly string[];

  @Column({ name: 'checked_by', type: 'text', nullable: true })
  readonly checkedBy?: string;

  @Column({ name: 'personal_number', type: 'text', nullable: true })
  readonly personalNumber?: string;

  @Column({ name: 'birth_record', type: 'jsonb', nullable: true })
  readonly birthRecord?: BirthRecord;

  @Column({ name: 'death_record', type: 'jsonb', nullable: true })
  readonly deathRecord?: DeathRecord;

  @Column({ type: 'text', nullable: true })
  readonly outcome?: Outcome;

  @Column({ type: 'text', nullable: true })
  readonly reason?: string;

  @Column({ name: 'document_number', type: 'text', nullable: true })
  readonly documentNumber?: string;

  @Column({ name: 'first_dossier_code', type: 'text', nullable: true })
  readonly firstDossierCode?: string;

  @Column({ type: 'text', nullable: true })
  readonly note?: string;

  @Column({ type: 'jsonb' })
  readonly history: readonly ChainChange[];

  @Column({ name: 'work_message_id', type: 'uuid' })
  readonly workMessageId: string;

  @Column({ type: 'timestamptz' })
  readonly since: Date;
}
