import type { TaxResult } from '@lienthong/contracts';
import type { NationalStateCode, StateHistory } from '@lienthong/procedures';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type {
  Chain,
  Channel,
  ClockPause,
  ContentOf,
  Dossier,
  DossierKind,
  Outcome,
  PapersRequest,
  Refiling,
} from './dossier.state';

@Entity('dossier')
@Index('ix_dossier_work', ['office', 'state', 'since', 'code'])
@Index('ix_dossier_office', ['office', 'code'])
@Unique('uq_dossier_refiled_from', ['refiledFrom'])
@Check(
  'ck_dossier_refiled',
  `"outcome" ->> 'kind' is distinct from 'refiled' or "refiling" ->> 'refiledAs' is not null`,
)
@Check('ck_dossier_state', `"state" between 1 and 10`)
@Check('ck_dossier_states', `jsonb_typeof("states") = 'array' and ("states" -> -1)::integer = "state"`)
@Check('ck_dossier_appointment', `"appointment_at" >= "accepted_at"`)
@Check('ck_dossier_kind', `"kind" in ('land', 'birth', 'death')`)
@Check('ck_dossier_channel', `"channel" in ('desk', 'online', 'post', 'land-office')`)
@Check('ck_dossier_chain', `("kind" = 'land' and "chain" is null) or ("kind" <> 'land' and "land_office" is null)`)
@Check('ck_dossier_forwarded', `"state" <> 4 or coalesce("land_office", "chain" ->> 'office') is not null`)
@Check(
  'ck_dossier_result',
  `"state" not in (9, 10) or case "kind" when 'land' then "outcome" -> 'certificate' is not null else "outcome" -> 'results' -> 0 is not null end`,
)
@Check(
  'ck_dossier_stopped',
  `case "outcome" ->> 'kind' when 'rejected' then "outcome" ->> 'reason' is not null and "outcome" ->> 'documentNumber' is not null when 'stopped' then "outcome" ->> 'reason' is not null when 'not-accepted' then "outcome" ->> 'reason' is not null else true end`,
)
export class DossierEntity implements Dossier {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_dossier' })
  readonly code: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ type: 'text' })
  readonly kind: DossierKind;

  @Column({ type: 'text' })
  readonly channel: Channel;

  @Column({ type: 'text' })
  readonly procedure: string;

  @Column({ name: 'rule_version', type: 'text' })
  readonly ruleVersion: string;

  @Column({ type: 'smallint' })
  readonly state: NationalStateCode;

  @Column({ type: 'jsonb' })
  readonly states: StateHistory;

  @Column({ type: 'jsonb' })
  readonly content: ContentOf[DossierKind];

  @Column({ name: 'accepted_by', type: 'text' })
  readonly acceptedBy: string;

  @Column({ name: 'accepted_at', type: 'timestamptz' })
  readonly acceptedAt: Date;

  @Column({ name: 'appointment_at', type: 'timestamptz' })
  readonly appointmentAt: Date;

  @Column({ name: 'land_office', type: 'text', nullable: true })
  readonly landOffice?: string;

  @Column({ type: 'jsonb', nullable: true })
  readonly chain?: Chain;

  @Column({ name: 'receipt_number', type: 'text', nullable: true })
  readonly receiptNumber?: string;

  @Column({ type: 'jsonb' })
  readonly results: readonly TaxResult[];

  @Column({ name: 'at_tax', type: 'jsonb', nullable: true })
  readonly atTax?: NonNullable<Dossier['atTax']>;

  @Column({ name: 'withdrawn_notices', type: 'jsonb', nullable: true })
  readonly withdrawnNotices?: readonly string[];

  @Column({ name: 'fulfilled_on', type: 'date', nullable: true })
  readonly fulfilledOn?: string;

  @Column({ type: 'jsonb', nullable: true })
  readonly outcome?: Outcome;

  @Column({ type: 'jsonb', nullable: true })
  readonly pauses?: readonly ClockPause[];

  @Column({ name: 'papers_request', type: 'jsonb', nullable: true })
  readonly papersRequest?: PapersRequest;

  @Column({ type: 'jsonb', nullable: true })
  readonly refiling?: Refiling;

  @Column({ name: 'refiled_from', type: 'text', nullable: true })
  readonly refiledFrom?: string;

  @Column({ name: 'receiver_name', type: 'text', nullable: true })
  readonly receiverName?: string;

  @Column({ type: 'integer' })
  readonly changes: number;

  @Column({ name: 'work_message_id', type: 'uuid', nullable: true })
  readonly workMessageId?: string;

  @Column({ type: 'timestamptz' })
  readonly since: Date;
}
