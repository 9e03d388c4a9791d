import type { BirthRecord, CorrectedField, DeathRecord } from '@lienthong/contracts';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BookKind } from '../books/register-book.rules';

/** A later legal act about an entry: it is noted beside it, and the entry as first made stays readable. */
export interface EntryNote {
  readonly kind: 'corrected' | 'revoked';
  readonly decisionNumber: string;
  readonly on: string;
  readonly by: string;
  readonly reason?: string;
  readonly changes?: readonly CorrectedField[];
}

/** One act in the register of births or deaths; its place never changes. */
@Entity('register_entry')
@Unique('uq_register_entry_place', ['kind', 'office', 'book', 'page'])
@Unique('uq_register_entry_number', ['kind', 'office', 'registrationNumber'])
@Index('ux_register_entry_personal_number', ['personalNumber'], { unique: true, where: `"kind" = 'birth'` })
@Check('ck_register_entry_kind', `"kind" in ('birth', 'death')`)
@Check(
  'ck_register_entry_record',
  `("kind" = 'birth') = ("birth" is not null) and ("kind" = 'death') = ("death" is not null)`,
)
@Check('ck_register_entry_personal_number', `"kind" = 'death' or "personal_number" is not null`)
export class RegisterEntryEntity {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_register_entry' })
  readonly dossierCode: string;

  @Column({ type: 'text' })
  readonly kind: BookKind;

  @Column({ type: 'text' })
  readonly office: string;

  @Column({ name: 'registration_number', type: 'text' })
  readonly registrationNumber: string;

  @Column({ type: 'text' })
  readonly book: string;

  @Column({ type: 'integer' })
  readonly page: number;

  @Column({ name: 'personal_number', type: 'text', nullable: true })
  readonly personalNumber?: string;

  @Column({ name: 'signed_by', type: 'text' })
  readonly signedBy: string;

  @Column({ name: 'signer_name', type: 'text', nullable: true })
  readonly signerName?: string;

  /** As it stands now. */
  @Column({ type: 'jsonb', nullable: true })
  readonly birth?: BirthRecord;

  @Column({ type: 'jsonb', nullable: true })
  readonly death?: DeathRecord;

  @Column({ type: 'jsonb' })
  readonly notes: readonly EntryNote[];
}
