import type {
  DeferredItem,
  DossierForwardedV1,
  IssuedCertificate,
  LandRequest,
  PaymentNotice,
  SlipFault,
} from '@lienthong/contracts';
import type { ProcedureInstance } from '@lienthong/procedures';
import type { CheckFault } from './check-dossier.rules';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type {
  DraftedCertificate,
  LandChange,
  LandDossier,
  LandDossierStatus,
  LandPapersRequest,
  LandRefiling,
  LandTimeExtension,
  ReopenedObligation,
  SlipDraft,
} from './land-dossier.state';

@Entity('land_dossier')
@Unique('uq_land_dossier_receipt_number', ['receiptNumber'])
@Unique('uq_land_dossier_document_number', ['documentNumber'])
@Index('ix_land_dossier_work', ['office', 'status', 'since', 'dossierCode'])
@Check(
  'ck_land_dossier_status',
  `"status" in ('received', 'checked', 'slip-drafted', 'slip-sent', 'slip-received', 'slip-returned', 'notices-received', 'obligation-fulfilled', 'certificate-drafted', 'concluded', 'handed-over', 'rejected', 'papers-wanted', 'refiled', 'withdrawn', 'obligation-reopened', 'result-questioned')`,
)
@Check('ck_land_dossier_rejected', `("status" = 'rejected') = ("reason" is not null and "document_number" is not null)`)
@Check(
  'ck_land_dossier_concluded',
  `("status" in ('concluded', 'handed-over', 'result-questioned')) = ("certificate" is not null)`,
)
@Check('ck_land_dossier_refiled', `("status" = 'refiled') = ("refiling" is not null)`)
@Check('ck_land_dossier_reopened', `("status" = 'obligation-reopened') = ("reopened" is not null)`)
@Index('ix_land_dossier_answer_due', ['answerDueAt'], { where: '"answer_due_at" is not null' })
@Check(
  'ck_land_dossier_released',
  `"certificate" is null or "fulfilled_on" is not null or ("request" is not null and "tax_office" is null)`,
)
export class LandDossierEntity implements LandDossier {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_land_dossier' })
  readonly dossierCode: string;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ type: 'text' })
  readonly status: LandDossierStatus;

  @Column({ type: 'jsonb' })
  readonly instance: ProcedureInstance;

  @Column({ name: 'receipt_number', type: 'text' })
  readonly receiptNumber: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  readonly receivedAt: Date;

  @Column({ name: 'intake_office', type: 'text' })
  readonly intakeOffice: string;

  @Column({ name: 'tax_office', type: 'text', nullable: true })
  readonly taxOffice?: string;

  @Column({ type: 'jsonb' })
  readonly content: DossierForwardedV1;

  @Column({ type: 'jsonb', nullable: true })
  readonly request?: LandRequest;

  @Column({ name: 'checked_by', type: 'text', nullable: true })
  readonly checkedBy?: string;

  @Column({ type: 'jsonb', nullable: true })
  readonly slip?: SlipDraft;

  @Column({ name: 'slip_signed_by', type: 'text', nullable: true })
  readonly slipSignedBy?: string;

  @Column({ name: 'slip_faults', type: 'jsonb' })
  readonly slipFaults: readonly SlipFault[];

  @Column({ name: 'slip_answer_by', type: 'date', nullable: true })
  readonly slipAnswerBy?: string;

  @Column({ type: 'jsonb' })
  readonly notices: Readonly<Record<string, PaymentNotice>>;

  @Column({ name: 'fulfilled_on', type: 'date', nullable: true })
  readonly fulfilledOn?: string;

  @Column({ name: 'deferred_items', type: 'jsonb', nullable: true })
  readonly deferredItems?: readonly DeferredItem[];

  @Column({ type: 'jsonb', nullable: true })
  readonly reopened?: ReopenedObligation;

  @Column({ name: 'papers_requests', type: 'jsonb', nullable: true })
  readonly papersRequests?: readonly LandPapersRequest[];

  @Column({ type: 'jsonb', nullable: true })
  readonly refiling?: LandRefiling;

  @Column({ name: 'time_extension', type: 'jsonb', nullable: true })
  readonly timeExtension?: LandTimeExtension;

  @Column({ type: 'text', nullable: true })
  readonly objection?: string;

  @Column({ name: 'answer_due_at', type: 'timestamptz', nullable: true })
  readonly answerDueAt?: Date;

  @Column({ name: 'drafted_certificate', type: 'jsonb', nullable: true })
  readonly draftedCertificate?: DraftedCertificate;

  @Column({ type: 'jsonb', nullable: true })
  readonly certificate?: IssuedCertificate;

  @Column({ type: 'text', nullable: true })
  readonly reason?: string;

  @Column({ name: 'check_faults', type: 'jsonb', nullable: true })
  readonly checkFaults?: readonly CheckFault[];

  @Column({ name: 'document_number', type: 'text', nullable: true })
  readonly documentNumber?: string;

  @Column({ type: 'jsonb' })
  readonly history: readonly LandChange[];

  @Column({ name: 'work_message_id', type: 'uuid' })
  readonly workMessageId: string;

  @Column({ type: 'timestamptz' })
  readonly since: Date;
}
